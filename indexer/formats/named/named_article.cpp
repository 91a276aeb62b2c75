#include "indexer/formats/named/named_article.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/model/field.h"
#include "indexer/formats/html/html_fragment.h"
#include "indexer/prose/article_text.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_date = 40;  ///< bytes of what is nothing but a date

std::vector<std::string> names_in(std::string text) {
  std::replace(text.begin(), text.end(), ';', '\n');
  std::vector<std::string> names;
  for (const auto name : trimmed_lines(text))
    if (!name.empty()) names.emplace_back(name);
  return names;
}

/// Services give texts as markup at times: blocks or line breaks of HTML.
bool is_markup(std::string_view text) {
  return text.find("</p>") != std::string_view::npos || text.find("<p>") != std::string_view::npos ||
         text.find("<br") != std::string_view::npos;
}

std::string plain_text(std::string text) { return is_markup(text) ? text_of_fragment(text) : text; }

void set(std::string& field, std::string text) { field = std::move(text); }

void set(std::vector<std::string>& field, std::string text) { field = names_in(std::move(text)); }

void set(std::optional<Date>& field, const std::string& text) {
  field = parse_iso_date(text);
  if (field) return;
  if (const auto found = find_french_date(text, true)) field = found->date;
}

void set(std::optional<double>&, const std::string&) {}  // the table maps no number

}  // namespace

LeftOut left_out_of(std::string name, std::string_view value, bool is_column) {
  std::optional<Date> date;
  if (value.size() <= longest_date) set(date, std::string(trimmed(value)));
  return {std::move(name), value.size(), date.has_value(), is_column};
}

Article article_of_fields(const FieldTexts& texts, const Record& record) {
  Article article;
  for (const ArticleField& field : article_fields)
    if (!field.mapped.empty()) with_value(article, field, [&](auto& value) { set(value, texts(field.mapped)); });
  article.date_text = texts("date");
  article.key = texts("id");
  if (article.key.empty()) article.key = article.url;
  if (article.key.empty()) article.key = fmt::format("{}:{}", record.key, record.line);
  article.path = record.path;
  set_text(article, plain_text(texts("lead")), plain_text(texts("text")));
  return article;
}

}  // namespace hemero
