#include "common/store/catalogue/article_columns.h"

#include <fmt/format.h>

#include "common/store/catalogue/lines.h"

namespace hemero {

namespace {

sqlite::Value stored(const std::string& text) { return text; }

sqlite::Value stored(const std::vector<std::string>& names) { return join_lines(names); }

sqlite::Value stored(const std::optional<Date>& date) { return date ? to_iso(*date) : sqlite::Value(); }

sqlite::Value stored(const std::optional<double>& number) { return number ? *number : sqlite::Value(); }

void read(const sqlite::Statement& row, int column, std::string& text) { text = row.text(column); }

void read(const sqlite::Statement& row, int column, std::vector<std::string>& names) {
  names = split_lines(row.text(column));
}

void read(const sqlite::Statement& row, int column, std::optional<Date>& date) {
  if (!row.is_null(column)) date = parse_iso_date(row.text(column));
}

void read(const sqlite::Statement& row, int column, std::optional<double>& number) {
  if (!row.is_null(column)) number = row.real(column);
}

bool tells_no_more_than_date(const Article& article) {
  return article.date_text.empty() || (article.date && to_iso(*article.date) == article.date_text);
}

}  // namespace

std::vector<std::string> stored_columns() {
  std::vector<std::string> columns;
  for (const ArticleField& field : article_fields) {
    const auto dot = field.column.find('.');
    columns.push_back(std::string(field.column.substr(0, dot)) + (dot == std::string_view::npos ? "" : "_id"));
  }
  return columns;
}

std::string read_columns() {
  std::string columns;
  for (const ArticleField& field : article_fields) {
    if (!columns.empty()) columns += ", ";
    columns += field.column;
  }
  return columns;
}

sqlite::Value stored_value(const Article& article, const ArticleField& field) {
  if (field.name == "date_text" && tells_no_more_than_date(article)) return {};
  return with_value(article, field, [](const auto& value) { return stored(value); });
}

void read_fields(const sqlite::Statement& row, int first, Article& article) {
  int column = first;
  for (const ArticleField& field : article_fields)
    with_value(article, field, [&](auto& value) { read(row, column++, value); });
  if (article.date && article.date_text.empty()) article.date_text = to_iso(*article.date);
}

}  // namespace hemero
