#include "indexer/formats/named/csv_reader.h"

#include <algorithm>

#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/mojibake.h"
#include "indexer/formats/named/csv_article.h"
#include "indexer/formats/named/field_keys.h"
#include "indexer/input/format.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::string_view separator_line = "sep=";
constexpr std::size_t longest_name = 40;  ///< bytes of a column's name, when a table is to be known by its look

CsvHeader header_of(std::string_view line, CsvDialect dialect) {
  std::string text = decode_text(line).text;
  if (looks_double_encoded(text)) text = undo_double_encoding(text);
  CsvHeader header{dialect.separator, dialect.backslashes, split_csv_row(text, dialect)};
  for (std::string& name : header.names) name = std::string(trimmed(name));
  return header;
}

bool names_field(std::string_view column, std::string_view field) {
  const auto known = known_key(column);
  return known && known->field == field;
}

std::string fault_message(CsvRow::Fault fault, std::size_t cap) {
  switch (fault) {
    case CsvRow::Fault::open_quote:
      return message("a quoted cell of the row never ends");
    case CsvRow::Fault::stray_quote:
      return message("there is text behind a closing quotation mark of the row");
    default:
      return message("the row is longer than {} MiB", cap >> 20);
  }
}

}  // namespace

CsvReader::CsvReader(ByteInput& input, const InputFile& file, const InputLimits& limits)
    : rows_(input, limits.record), path_(file.path.string()), key_(file.key) {}

std::optional<CsvRow> CsvReader::next_filled() {
  auto row = rows_.next();
  while (row && row->fault == CsvRow::Fault::none && trimmed(row->text).empty()) row = rows_.next();
  return row;
}

Skip CsvReader::refuse(const CsvRow& row) const {
  const char* why = row.fault == CsvRow::Fault::too_long ? reason::too_long : reason::broken_row;
  return {why, fault_message(row.fault, rows_.cap()), path_, row.line, row.offset, std::string(row.text), false};
}

/// Takes the header. A skip when it cannot be one: the rows below it would mean nothing.
std::optional<Skip> CsvReader::read_header() {
  std::string_view first = rows_.peek_line();
  const auto refuse_file = [&](std::string text) {
    return Skip{reason::binary, std::move(text), path_, 0, 0, {}, false};
  };
  if (looks_binary(first)) return refuse_file(message("the file is not text"));
  char separator = sniff_csv_separator(first);
  if (first.size() == separator_line.size() + 1 && first.starts_with(separator_line)) {
    separator = first.back();
    rows_.next();
  }
  rows_.set_separator(separator);
  const auto row = next_filled();
  if (row && row->fault != CsvRow::Fault::none) return refuse(*row);
  if (row) header_ = std::make_shared<const CsvHeader>(header_of(row->text, rows_.dialect()));
  return std::nullopt;
}

std::optional<SourceItem> CsvReader::next() {
  if (!begun_) {
    begun_ = true;
    if (auto skip = read_header()) return skip;
  }
  if (!header_) return std::nullopt;
  const auto row = next_filled();
  if (!row) return std::nullopt;
  if (row->fault != CsvRow::Fault::none) return refuse(*row);
  if (rows_.dialect().backslashes != header_->backslashes)
    header_ =
        std::make_shared<const CsvHeader>(CsvHeader{header_->separator, rows_.dialect().backslashes, header_->names});
  Record record{std::string(row->text), path_, key_, row->line, row->offset};
  record.header = header_;
  return record;
}

bool looks_like_csv(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (head.starts_with(separator_line)) head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
  const auto end = head.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view line = trimmed(head.substr(0, end));
  const CsvHeader header = header_of(line, {sniff_csv_separator(line)});
  const auto names_any = [&](std::string_view field) {
    return std::any_of(header.names.begin(), header.names.end(),
                       [&](const std::string& name) { return names_field(name, field); });
  };
  if (std::any_of(header.names.begin(), header.names.end(),
                  [](const std::string& name) { return name.size() > longest_name; }))
    return false;
  const auto fields = mappable_fields();
  return (names_any("title") || names_any("text")) && std::count_if(fields.begin(), fields.end(), names_any) >= 2;
}

namespace {

Likeness csv_likeness(const Format&, const FileHead& head) {
  return looks_like_csv(head.bytes()) ? Likeness::perhaps : Likeness::none;
}

std::unique_ptr<RecordReader> cut_rows(ByteInput& input, const Opening& opening) {
  return std::make_unique<CsvReader>(input, opening.file, opening.limits);
}

}  // namespace

const Format csv_format{
    .name = "csv",
    .title = "tables (CSV)",
    .endings = {{".csv", Likeness::sure}, {".tsv", Likeness::sure}},
    .likeness = csv_likeness,
    .cut = cut_rows,
    .make_extractor = make_extractor_of<CsvArticleReader>,
    .fault = fault_of_table,
    .dates = dates_of_table,
};

}  // namespace hemero
