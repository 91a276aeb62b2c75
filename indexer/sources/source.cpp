#include "indexer/sources/source.h"

#include <algorithm>
#include <cstring>

#include "common/base/error.h"
#include "common/base/message.h"
#include "indexer/extract/html_source.h"
#include "indexer/sources/xml_dialect.h"

namespace hemero {

namespace {

constexpr std::size_t longest_text = std::size_t{16} << 20;  ///< bytes of a text or a page; no article is longer
constexpr std::size_t head_size = std::size_t{4} << 10;      ///< bytes that tell the format
constexpr std::size_t first_room = std::size_t{64} << 10;    ///< for a whole file; doubled as it fills

/// Gives back bytes that were read ahead, then what follows them.
class HeadedInput : public ByteInput {
 public:
  HeadedInput(std::string head, std::unique_ptr<ByteInput> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

  std::size_t read(std::span<char> room) override {
    if (at_ == head_.size()) return rest_->read(room);
    const std::size_t size = std::min(room.size(), head_.size() - at_);
    std::memcpy(room.data(), head_.data() + at_, size);
    at_ += size;
    return size;
  }

 private:
  std::string head_;
  std::unique_ptr<ByteInput> rest_;
  std::size_t at_ = 0;
};

std::string read_head(ByteInput& input) {
  std::string head(head_size, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    const std::size_t got = input.read(std::span(head).subspan(size));
    if (got == 0) break;
    size += got;
  }
  head.resize(size);
  return head;
}

std::filesystem::path end_of_name(std::filesystem::path path) {
  if (path.extension() == ".gz" || path.extension() == ".zst") path = path.stem();
  return path.extension();
}

/// What the end of a name promises; nothing for names that leave it to the content. A name that promises JSON Lines keeps
/// its word: one broken first line does not make a text of them all.
std::optional<RecordFormat> format_of_name(const std::filesystem::path& path) {
  const auto end = end_of_name(path);
  if (end == ".jsonl" || end == ".ndjson" || end == ".json") return RecordFormat::jsonl;
  if (end == ".html" || end == ".htm") return RecordFormat::html;
  return std::nullopt;
}

/// JSON Lines start with an object.
bool looks_like_json(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || head[first] != '{') return false;
  const auto second = head.find_first_not_of(" \t\r\n", first + 1);
  return second == std::string_view::npos || head[second] == '"' || head[second] == '}';
}

RecordFormat detect_format(const std::filesystem::path& path, std::string_view head) {
  if (const auto promised = format_of_name(path)) return *promised;
  if (looks_like_json(head)) return RecordFormat::jsonl;
  if (const auto dialect = xml_format_of(head)) return *dialect;
  if (const auto promised = xml_format_of_name(end_of_name(path).string())) return *promised;
  return looks_like_html(head) ? RecordFormat::html : RecordFormat::text;
}

RecordFormat format_to_read(InputFormat asked, const std::filesystem::path& path, std::string_view head) {
  switch (asked) {
    case InputFormat::text:
      return RecordFormat::text;
    case InputFormat::html:
      return RecordFormat::html;
    case InputFormat::jsonl:
      return RecordFormat::jsonl;
    case InputFormat::feed:
      return RecordFormat::feed;
    case InputFormat::wxr:
      return RecordFormat::wxr;
    case InputFormat::nitf:
      return RecordFormat::nitf;
    case InputFormat::newsml:
      return RecordFormat::newsml;
    case InputFormat::detect:
      break;
  }
  return detect_format(path, head);
}

}  // namespace

Source::Source(std::vector<InputFile> files, InputFormat format) : files_(std::move(files)), format_(format) {}

std::optional<SourceItem> Source::next() {
  try {
    if (lines_)
      if (auto item = read_line()) return item;
    if (xml_)
      if (auto item = read_xml()) return item;
    return open_next();
  } catch (const Error& error) {
    close();
    const bool damaged = error.code() == ErrorCode::bad_data;
    return skip(damaged ? reason::damaged : reason::unreadable, error.message(), true);
  }
}

/// Opens the next file; its first record, or why it has none.
std::optional<SourceItem> Source::open_next() {
  if (next_file_ == files_.size()) return std::nullopt;
  const InputFile& file = files_[next_file_++];
  auto input = open_input(file.path);
  std::string head = read_head(*input);
  const RecordFormat format = format_to_read(format_, file.path, head);
  if (format_ == InputFormat::detect && format == RecordFormat::text && end_of_name(file.path) == ".xml")
    return refuse_xml(head);
  input_ = std::make_unique<HeadedInput>(std::move(head), std::move(input));
  xml_format_ = format;
  if (!item_names(format).empty()) return open_xml();
  if (format != RecordFormat::jsonl) return read_whole(format);
  lines_.emplace(*input_);
  if (auto item = read_line()) return item;
  return skip(reason::empty, message("the file is empty"));
}

/// A file that is one record.
SourceItem Source::read_whole(RecordFormat format) {
  const InputFile& file = files_[next_file_ - 1];
  std::string bytes(first_room, '\0');
  std::size_t size = 0;
  while (const std::size_t got = input_->read(std::span(bytes).subspan(size))) {
    size += got;
    if (size > longest_text) break;
    if (size == bytes.size()) bytes.resize(std::min(2 * size, longest_text + 1));
  }
  close();
  if (size > longest_text)
    return skip(reason::too_long,
                message("{} is longer than {} MiB: not one article", file.path.string(), longest_text >> 20));
  bytes.resize(size);
  bytes.shrink_to_fit();
  return Record{format, std::move(bytes), file.path.string(), file.key, 0, 0};
}

/// The next line that is not blank; nothing at the end of the file.
std::optional<SourceItem> Source::read_line() {
  const InputFile& file = files_[next_file_ - 1];
  while (const auto line = lines_->next()) {
    if (line->text.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (line->too_long) {
      Skip skipped = skip(reason::too_long, message("the line is longer than {} MiB", LineReader::default_cap >> 20));
      skipped.line = line->number;
      skipped.offset = line->offset;
      return skipped;
    }
    return Record{RecordFormat::jsonl, std::string(line->text), file.path.string(), file.key, line->number,
                  line->offset};
  }
  close();
  return std::nullopt;
}

/// The first item of an XML file, or why it has none.
std::optional<SourceItem> Source::open_xml() {
  xml_ = std::make_unique<XmlReader>(*input_, item_names(xml_format_));
  if (auto item = read_xml()) return item;
  return skip(reason::empty, message("the file holds no article"));
}

/// The next item of an XML file; nothing at its end. A file that breaks off counts as one that could not be read whole.
std::optional<SourceItem> Source::read_xml() {
  const InputFile& file = files_[next_file_ - 1];
  auto result = xml_->next();
  if (!result) {
    close();
    return std::nullopt;
  }
  if (const auto* fault = std::get_if<XmlFault>(&*result)) {
    Skip skipped = skip(fault->reason, fault->message, fault->last);
    skipped.line = fault->line;
    return skipped;
  }
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(std::move(*result)));
  const std::uint64_t line = item->line;
  return Record{xml_format_, {}, file.path.string(), file.key, line, 0, std::move(item)};
}

/// A file that is called XML and is none of the kinds that are read.
Skip Source::refuse_xml(std::string_view head) {
  close();
  const std::string root = root_name(head);
  if (head.empty()) return skip(reason::empty, message("the file is empty"));
  if (root.empty()) return skip(reason::broken_xml, message("the file does not begin as XML does"));
  return skip(reason::unknown_format, message("XML that begins with <{}> is not read", root));
}

void Source::close() {
  lines_.reset();
  xml_.reset();
  input_.reset();
  bytes_before_ += files_[next_file_ - 1].bytes;
}

std::uint64_t Source::bytes_read() const {
  return bytes_before_ + (lines_ ? lines_->offset() : xml_ ? xml_->offset() : 0);
}

Skip Source::skip(const char* why, std::string text, bool whole_path) const {
  return {why, std::move(text), files_[next_file_ - 1].path.string(), 0, 0, {}, whole_path};
}

}  // namespace hemero
