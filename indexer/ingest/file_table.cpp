#include "indexer/ingest/file_table.h"

#include <fmt/format.h>

#include <utility>

#include "common/base/csv_writer.h"
#include "indexer/input/format.h"

namespace hemero {

FileTable::FileTable(const std::string& name) : file_(name) {
  std::string header;
  CsvWriter csv(header);
  for (const char* column : {"file", "format", "articles", "undated", "without_text", "repaired", "skipped", "reasons"})
    csv.cell(std::string_view(column));
  csv.end_row();
  file_.write(header);
}

void FileTable::add(const Article& article, std::string_view format, bool repaired) {
  begin(article.path);
  row_.format = format;
  ++row_.articles;
  if (!article.date) ++row_.undated;
  if (article.text.empty()) ++row_.without_text;
  if (repaired) ++row_.repaired;
}

void FileTable::add(const Skip& skip) {
  begin(skip.path);
  if (row_.format.empty() && skip.format != nullptr) row_.format = skip.format->name;
  ++row_.skipped[skip.reason];
}

void FileTable::finish() {
  begin({});
  file_.finish();
}

void FileTable::begin(const std::string& path) {
  if (path == row_.path) return;
  if (!row_.path.empty()) write_row();
  row_ = Row{path};
}

void FileTable::write_row() {
  std::uint64_t skipped = 0;
  std::string reasons;
  for (const auto& [reason, records] : row_.skipped) {
    skipped += records;
    reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", reason, records);
  }
  std::string text;
  CsvWriter csv(text);
  csv.cell(row_.path).cell(row_.format).cell(row_.articles).cell(row_.undated).cell(row_.without_text);
  csv.cell(row_.repaired).cell(skipped).cell(reasons).end_row();
  file_.write(text);
}

}  // namespace hemero
