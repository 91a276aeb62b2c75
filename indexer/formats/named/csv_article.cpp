#include "indexer/formats/named/csv_article.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/charset.h"
#include "indexer/formats/named/csv_cells.h"
#include "indexer/formats/named/field_keys.h"
#include "indexer/formats/named/named_article.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// True when a row has too few cells, or more than blank ones behind the last column.
bool is_askew(const std::vector<std::string>& cells, std::size_t columns) {
  return cells.size() < columns || std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(),
                                               [](const std::string& cell) { return !trimmed(cell).empty(); });
}

}  // namespace

/// The columns of a name that the user gave: written so, else the same in a plain form.
std::vector<std::size_t> CsvArticleReader::mapped_columns(const std::string& name) const {
  std::vector<std::size_t> columns;
  const auto add = [&](auto is_it) {
    for (std::size_t i = 0; i < header_->names.size(); ++i)
      if (is_it(header_->names[i])) columns.push_back(i);
  };
  add([&](const std::string& column) { return column == name; });
  const std::string plain = plain_key(name);
  if (columns.empty() && !plain.empty()) add([&](const std::string& column) { return plain_key(column) == plain; });
  return columns;
}

/// Gives the columns that no map names to the fields that no map fills, the preferred names first.
void CsvArticleReader::guess_columns() {
  std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < header_->names.size(); ++i)
    if (const auto known = known_key(header_->names[i]);
        known && !taken_[i] && !keys_.contains(std::string(known->field)))
      found[{std::string(known->field), known->rank}].push_back(i);
  for (const auto& [key, columns] : found) {
    auto& of_field = columns_[key.first];
    of_field.insert(of_field.end(), columns.begin(), columns.end());
    for (const std::size_t column : columns) taken_[column] = true;
  }
}

void CsvArticleReader::learn(std::shared_ptr<const CsvHeader> header) {
  header_ = std::move(header);
  columns_.clear();
  taken_.assign(header_->names.size(), false);
  for (const std::string_view field : mappable_fields()) columns_[std::string(field)];
  for (const auto& [field, name] : keys_) {
    columns_[field] = mapped_columns(name);
    for (const std::size_t column : columns_[field]) taken_[column] = true;
  }
  guess_columns();
}

void CsvArticleReader::note_left_out(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < taken_.size(); ++i)
    if (!taken_[i] && !header_->names[i].empty()) left_out_.push_back({header_->names[i], cells[i].size()});
}

std::variant<Article, Skip> CsvArticleReader::read(const Record& record, Choices&) {
  if (record.header != header_) learn(record.header);
  left_out_.clear();
  if (columns_["title"].empty() && columns_["text"].empty() && columns_["lead"].empty())
    return refuse(record, reason::no_text,
                  message("no column is a title or a text (columns: {}); name one with --map",
                          fmt::format("{}", fmt::join(header_->names, ", "))),
                  record.bytes);
  const auto cells = split_csv_row(decode_text(record.bytes).text, header_->separator);
  if (is_askew(cells, header_->names.size()))
    return refuse(record, reason::broken_row,
                  message("the row has {} cells, the header {}", cells.size(), header_->names.size()), record.bytes);
  const auto text = [&](std::string_view field) {
    for (const std::size_t column : columns_.find(field)->second)
      if (const auto cell = trimmed(cells[column]); !cell.empty()) return std::string(cell);
    return std::string();
  };
  Article article = article_of_fields(text, record);
  if (article.title.empty() && article.text.empty()) return refuse_empty(record, record.bytes);
  if (article.text.empty()) note_left_out(cells);
  return article;
}

}  // namespace hemero
