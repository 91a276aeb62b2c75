#include "indexer/ingest/source.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "indexer/formats/agencies/wire_article.h"
#include "indexer/formats/databases/export_reader.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/formats/named/csv_reader.h"
#include "indexer/formats/named/json_envelope.h"
#include "indexer/formats/named/json_values.h"
#include "indexer/formats/print/print_reader.h"
#include "indexer/formats/print/tei_reader.h"
#include "indexer/formats/web_archives/warc_reader.h"
#include "indexer/formats/xml/xml_dialect.h"
#include "indexer/formats/xml/xml_records.h"

namespace hemero {

namespace {

constexpr std::size_t head_size = std::size_t{4} << 10;         ///< bytes that tell the format
constexpr std::size_t page_head_size = std::size_t{256} << 10;  ///< bytes that tell an export from another page
constexpr std::size_t first_room = std::size_t{64} << 10;       ///< for a whole file; doubled as it fills

InputFormat export_format(RecordFormat database) {
  return database == RecordFormat::factiva ? InputFormat::factiva : InputFormat::europresse;
}

std::filesystem::path end_of_name(std::filesystem::path path) {
  if (path.extension() == ".gz" || path.extension() == ".zst") path = path.stem();
  return path.extension();
}

/// What the end of a name promises; nothing for names that leave it to the content. A name that promises JSON Lines keeps
/// its word: one broken first line does not make a text of them all.
std::optional<InputFormat> format_of_name(const std::filesystem::path& path) {
  const auto end = end_of_name(path);
  if (end == ".jsonl" || end == ".ndjson" || end == ".json") return InputFormat::jsonl;
  if (end == ".csv" || end == ".tsv") return InputFormat::csv;
  if (end == ".warc") return InputFormat::warc;
  if (end == ".html" || end == ".htm") return InputFormat::html;
  return std::nullopt;
}

/// The formats that are XML.
constexpr std::array xml_formats{
    std::pair{InputFormat::feed, RecordFormat::feed},          std::pair{InputFormat::wxr, RecordFormat::wxr},
    std::pair{InputFormat::nitf, RecordFormat::nitf},          std::pair{InputFormat::newsml, RecordFormat::newsml},
    std::pair{InputFormat::alto, RecordFormat::alto},          std::pair{InputFormat::mets, RecordFormat::mets},
    std::pair{InputFormat::factiva, RecordFormat::factiva},    std::pair{InputFormat::tei, RecordFormat::tei},
    std::pair{InputFormat::mediawiki, RecordFormat::mediawiki}};

std::optional<RecordFormat> xml_format(InputFormat format) {
  for (const auto& [input, record] : xml_formats)
    if (input == format) return record;
  return std::nullopt;
}

InputFormat input_format(RecordFormat xml) {
  for (const auto& [input, record] : xml_formats)
    if (record == xml) return input;
  return InputFormat::detect;
}

/// What Factiva writes may be either.
bool is_xml(std::string_view head) { return !root_name(head).empty() && !looks_like_html(head); }

bool is_print(InputFormat format) { return format == InputFormat::alto || format == InputFormat::mets; }

/// The reader of a format that has one of its own; nothing for texts, pages and lines. Names that promise a JSON value
/// a line keep their word, whatever the first line looks like.
std::unique_ptr<RecordReader> make_reader(InputFormat format, ByteInput& input, const InputFile& file,
                                          std::string_view head, PrintFolder& prints) {
  const InputLimits& limits = prints.limits();
  if (format == InputFormat::csv) return std::make_unique<CsvReader>(input, file, limits);
  if (format == InputFormat::warc) return std::make_unique<WarcReader>(input, file, limits);
  if (format == InputFormat::europresse || (format == InputFormat::factiva && !is_xml(head)))
    return std::make_unique<ExportReader>(
        input, file, format == InputFormat::factiva ? RecordFormat::factiva : RecordFormat::europresse, limits);
  if (format == InputFormat::iptc7901)
    return std::make_unique<ExportReader>(input, file, RecordFormat::iptc7901, limits);
  if (format == InputFormat::tei) return std::make_unique<TeiReader>(input, file, limits);
  const auto xml = xml_format(format);
  if (is_print(format)) return std::make_unique<PrintReader>(input, file, *xml, prints);
  if (xml) return std::make_unique<XmlRecords>(input, file, *xml, limits);
  const auto end = end_of_name(file.path);
  if (format != InputFormat::jsonl || end == ".jsonl" || end == ".ndjson") return nullptr;
  const auto array_at = find_enveloped_array(head);
  if (!array_at && !looks_like_json_values(head)) return nullptr;
  return std::make_unique<JsonValues>(input, file, array_at, limits);
}

/// JSON Lines start with an object, an array of articles with a bracket before it.
bool looks_like_json(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (head[first] != '{' && head[first] != '[')) return false;
  const auto second = head.find_first_not_of(" \t\r\n", first + 1);
  return second == std::string_view::npos || head[second] == (head[first] == '[' ? '{' : '"') ||
         (head[first] == '{' && head[second] == '}');
}

const char* reason_of(const Error& error) {
  if (dynamic_cast<const OverLimit*>(&error) != nullptr) return reason::too_long;
  return error.code() == ErrorCode::bad_data ? reason::damaged : reason::unreadable;
}

InputFormat detect_format(const std::filesystem::path& path, std::string_view head) {
  if (const auto promised = format_of_name(path)) return *promised;
  if (looks_like_warc(head)) return InputFormat::warc;
  if (looks_like_wire(head)) return InputFormat::iptc7901;
  if (looks_like_json(head)) return InputFormat::jsonl;
  if (const auto dialect = xml_format_of(head)) return input_format(*dialect);
  if (const auto promised = xml_format_of_name(end_of_name(path).string())) return input_format(*promised);
  if (looks_like_csv(head)) return InputFormat::csv;
  return looks_like_html(head) ? InputFormat::html : InputFormat::text;
}

}  // namespace

Source::Source(std::vector<InputFile> files, InputFormat format, const InputLimits& limits)
    : opener_(std::move(files), limits), format_(format), limits_(limits), prints_(limits) {}

std::optional<SourceItem> Source::next() {
  try {
    if (lines_)
      if (auto item = read_line()) return item;
    if (records_)
      if (auto item = read_record()) return item;
    while (auto opened = opener_.next())
      if (auto item = begin(std::move(*opened))) return item;
    return std::nullopt;
  } catch (const Error& error) {
    const std::uint64_t offset = records_ ? records_->offset() : 0;
    close();
    Skip skipped = skip(reason_of(error), error.message(), true);
    skipped.offset = offset;
    return skipped;
  }
}

/// What begins to be read: its first record, or why it has none. Nothing when another file speaks for it.
std::optional<SourceItem> Source::begin(std::variant<OpenedFile, Skip> opened) {
  if (auto* skipped = std::get_if<Skip>(&opened)) return std::move(*skipped);
  auto& [file, input] = std::get<OpenedFile>(opened);
  std::string_view head = input->look_ahead(head_size);
  InputFormat format = format_ == InputFormat::detect ? detect_format(file.path, head) : format_;
  if (format_ == InputFormat::detect && format == InputFormat::html) {
    head = input->look_ahead(page_head_size);
    if (const auto database = export_format_of(head)) format = export_format(*database);
  }
  if (format_ == InputFormat::detect && format == InputFormat::text && end_of_name(file.path) == ".xml")
    return refuse_xml(head);
  records_ = make_reader(format, *input, file, head, prints_);
  input_ = std::move(input);
  if (records_) {
    if (auto item = read_record()) return item;
    if (is_print(format) && !file.named) return std::nullopt;
    return skip(reason::empty,
                xml_format(format) ? message("the file holds no article") : message("the file is empty"));
  }
  if (format == InputFormat::html) return read_whole(RecordFormat::html);
  if (format == InputFormat::text) return read_whole(RecordFormat::text);
  lines_.emplace(*input_, limits_.line);
  if (auto item = read_line()) return item;
  return skip(reason::empty, message("the file is empty"));
}

/// A file that is one record.
SourceItem Source::read_whole(RecordFormat format) {
  const InputFile& file = opener_.current();
  const std::size_t longest = limits_.text;
  std::string bytes(first_room, '\0');
  std::size_t size = 0;
  while (const std::size_t got = input_->read(std::span(bytes).subspan(size))) {
    size += got;
    if (size > longest) break;
    if (size == bytes.size()) bytes.resize(std::min(2 * size, longest + 1));
  }
  close();
  if (size > longest)
    return skip(reason::too_long,
                message("{} is longer than {} MiB: not one article", file.path.string(), longest >> 20));
  bytes.resize(size);
  bytes.shrink_to_fit();
  return Record{format, std::move(bytes), file.path.string(), file.key, 0, 0};
}

/// The next line that is not blank; nothing at the end of the file.
std::optional<SourceItem> Source::read_line() {
  const InputFile& file = opener_.current();
  while (const auto line = lines_->next()) {
    if (line->text.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (line->too_long) {
      Skip skipped = skip(reason::too_long, message("the line is longer than {} MiB", limits_.line >> 20));
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

std::optional<SourceItem> Source::read_record() {
  auto item = records_->next();
  if (!item) close();
  return item;
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
  records_.reset();
  input_.reset();
}

std::uint64_t Source::bytes_read() const {
  const std::uint64_t of_lines = lines_ ? lines_->offset() : 0;
  return opener_.bytes_before() + of_lines + (records_ ? records_->offset() : 0);
}

Skip Source::skip(const char* why, std::string text, bool whole_path) const {
  return {why, std::move(text), opener_.current().path.string(), 0, 0, {}, whole_path};
}

}  // namespace hemero
