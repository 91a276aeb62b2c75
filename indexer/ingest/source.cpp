#include "indexer/ingest/source.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "indexer/formats/documents/document.h"
#include "indexer/formats/text/scraped_text.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/reader_date.h"

namespace hemero {

namespace {

constexpr std::size_t head_size = std::size_t{64} << 10;  ///< bytes that tell how a format is cut

/// Records that tell whether a file holds what the user says, and how it writes its dates: so many, or fewer of this
/// many bytes.
constexpr std::size_t first_records = 20;
constexpr std::size_t first_dates = 1000;
constexpr std::size_t first_bytes = std::size_t{1} << 20;

/// By its name or by its first bytes: a declaration, or a first element that names a namespace.
bool is_called_xml(const InputFile& file, const FileHead& head) {
  const std::string& text = head.text();
  const bool declares = text.starts_with("<?xml") || text.substr(0, text.find('>')).find(" xmlns") != std::string::npos;
  return end_of_name(file.path) == ".xml" || (declares && !head.root().empty());
}

const char* reason_of(const Error& error) {
  if (dynamic_cast<const OverLimit*>(&error) != nullptr) return reason::too_long;
  return error.code() == ErrorCode::bad_data ? reason::damaged : reason::unreadable;
}

}  // namespace

std::size_t size_of(const SourceItem& item) {
  const auto* record = std::get_if<Record>(&item);
  if (record == nullptr) return 0;
  if (record->printed) return record->printed->text.size();
  if (record->document) return record->document->size();
  return record->xml ? record->xml->size : record->bytes.size();
}

Source::Source(std::vector<InputFile> files, const Format* format, const InputLimits& limits, NamedFields wanted)
    : opener_(std::move(files), known_endings(), limits),
      only_(format),
      limits_(limits),
      wanted_(std::move(wanted)),
      prints_(limits) {}

std::optional<SourceItem> Source::next() {
  auto item = find_next();
  if (auto* record = item ? std::get_if<Record>(&*item) : nullptr) record->date_order = date_order_;
  if (auto* skip = item ? std::get_if<Skip>(&*item) : nullptr) skip->format = format_;
  return item;
}

std::optional<SourceItem> Source::find_next() {
  try {
    if (auto item = take_ahead()) return item;
    if (records_)
      if (auto item = read_record()) return item;
    offset_ = 0;
    while (true) {
      format_ = nullptr;
      auto opened = opener_.next();
      if (!opened) return std::nullopt;
      if (auto item = begin(std::move(*opened))) return item;
    }
  } catch (const Error& error) {
    return skip_rest(error);
  }
}

/// The open file cannot be read further.
Skip Source::skip_rest(const Error& error) {
  const std::uint64_t offset = records_ ? records_->offset() : 0;
  close();
  Skip skipped = skip(reason_of(error), error.message(), true);
  skipped.offset = offset;
  return skipped;
}

/// What begins to be read: its first record, or why it has none. Nothing when another file speaks for it.
std::optional<SourceItem> Source::begin(std::variant<OpenedFile, Skip> opened) {
  if (auto* skipped = std::get_if<Skip>(&opened)) return std::move(*skipped);
  auto& [file, input] = std::get<OpenedFile>(opened);
  format_ = only_ != nullptr ? only_ : &detect_format(file.path, *input);
  const FileHead head(input->look_ahead(head_size));
  if (only_ == nullptr && format_ == &text_format && is_called_xml(file, head)) {
    format_ = nullptr;
    return refuse_xml(head);
  }
  const bool empty = head.bytes().find_first_not_of(" \t\r\n") == std::string_view::npos;
  records_ = format_->cut(*input, {*format_, file, head, limits_, prints_});
  input_ = std::move(input);
  date_order_ = DateOrder::day_first;
  const bool looks_ahead = format_->fault != nullptr || format_->dates != nullptr;
  if (auto item = looks_ahead ? read_first() : read_record()) return item;
  if (format_->spread && !file.named) return std::nullopt;
  return skip(reason::empty, empty ? message("the file is empty") : message("the file holds no article"));
}

/// The same where its first records tell how to read it, or that it lacks what the user says of it: then nothing of it
/// is given.
std::optional<SourceItem> Source::read_first() {
  std::vector<Record> first;
  std::size_t bytes = 0;
  try {
    while (records_ && ahead_.size() < first_dates && bytes < first_bytes) {
      auto item = read_record();
      if (!item) break;
      if (const auto* record = std::get_if<Record>(&*item)) {
        bytes += size_of(*item);
        first.push_back(*record);
      }
      ahead_.push_back(std::move(*item));
    }
  } catch (const Error& error) {
    ahead_.push_back(skip_rest(error));
  }
  const auto some = std::span(first).first(std::min(first.size(), first_records));
  if (const auto fault = format_->fault != nullptr ? format_->fault(some, wanted_) : std::nullopt) {
    ahead_.clear();
    close();
    return skip(fault->reason, fault->message);
  }
  date_order_ = date_order_of(*format_, first, wanted_);
  return take_ahead();
}

std::optional<SourceItem> Source::take_ahead() {
  if (ahead_.empty()) return std::nullopt;
  SourceItem item = std::move(ahead_.front());
  ahead_.pop_front();
  return item;
}

std::optional<SourceItem> Source::read_record() {
  auto item = records_->next();
  offset_ = records_->offset();
  if (!item)
    close();
  else if (auto* record = std::get_if<Record>(&*item); record != nullptr && record->format == nullptr)
    record->format = format_;
  return item;
}

/// A file that is called XML and is none of the kinds that are read.
Skip Source::refuse_xml(const FileHead& head) const {
  if (head.bytes().empty()) return skip(reason::empty, message("the file is empty"));
  if (head.root().empty()) return skip(reason::broken_xml, message("the file does not begin as XML does"));
  return skip(reason::unknown_format, message("XML that begins with <{}> is not read", head.root()));
}

void Source::close() {
  records_.reset();
  input_.reset();
}

std::uint64_t Source::bytes_read() const { return opener_.bytes_before() + offset_; }

Skip Source::skip(const char* why, std::string text, bool whole_path) const {
  return {why, std::move(text), opener_.current().path.string(), 0, 0, {}, whole_path};
}

}  // namespace hemero
