#include "indexer/sources/csv_article.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/charset.h"
#include "indexer/extract/paragraphs.h"
#include "indexer/sources/csv_cells.h"
#include "indexer/sources/named_article.h"

namespace hemero {

namespace {

Skip refuse(const Record& record, const char* why, std::string text) {
  return {why, std::move(text), record.path, record.line, record.offset, record.bytes, false};
}

/// True when a row has too few cells, or more than blank ones behind the last column.
bool is_askew(const std::vector<std::string>& cells, std::size_t columns) {
  return cells.size() < columns || std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(),
                                               [](const std::string& cell) { return !trimmed(cell).empty(); });
}

}  // namespace

/// The columns that may fill a field, best first: those the user named, else those that everyone names so. `plain` are
/// the columns' names in the form in which they are compared.
std::vector<std::size_t> CsvArticleReader::columns_of(std::string_view field,
                                                      const std::vector<std::string>& plain) const {
  std::vector<std::size_t> columns;
  const auto add = [&](const std::vector<std::string>& names, const std::string& wanted) {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == wanted) columns.push_back(i);
  };
  const auto mapped = keys_.find(std::string(field));
  if (mapped != keys_.end()) {
    add(header_->names, mapped->second);
    if (columns.empty()) add(plain, plain_key(mapped->second));
    return columns;
  }
  for (const std::string_view key : known_keys(field)) add(plain, plain_key(key));
  return columns;
}

void CsvArticleReader::learn(std::shared_ptr<const CsvHeader> header) {
  header_ = std::move(header);
  columns_.clear();
  std::vector<std::string> plain;
  for (const std::string& name : header_->names) plain.push_back(plain_key(name));
  for (const std::string_view field : mappable_fields()) columns_[std::string(field)] = columns_of(field, plain);
}

std::variant<Article, Skip> CsvArticleReader::read(const Record& record) {
  if (record.header != header_) learn(record.header);
  if (columns_["title"].empty() && columns_["text"].empty() && columns_["lead"].empty())
    return refuse(record, reason::no_text,
                  message("no column is a title or a text (columns: {}); name one with --map",
                          fmt::format("{}", fmt::join(header_->names, ", "))));
  const auto cells = split_csv_row(decode_text(record.bytes).text, header_->separator);
  if (is_askew(cells, header_->names.size()))
    return refuse(record, reason::broken_row,
                  message("the row has {} cells, the header {}", cells.size(), header_->names.size()));
  const auto text = [&](std::string_view field) {
    for (const std::size_t column : columns_.find(field)->second)
      if (const auto cell = trimmed(cells[column]); !cell.empty()) return std::string(cell);
    return std::string();
  };
  Article article = article_of_fields(text, record);
  if (article.title.empty() && article.text.empty())
    return refuse(record, reason::no_text, message("there is neither a title nor a text"));
  return article;
}

}  // namespace hemero
