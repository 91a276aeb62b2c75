#include "indexer/formats/named/named_article.h"

#include <algorithm>

#include <fmt/format.h>

#include "indexer/formats/html/html_fragment.h"
#include "indexer/prose/article_text.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

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

void set_date(Article& article, const std::string& text) {
  article.date_text = text;
  article.date = parse_iso_date(text);
  if (article.date) return;
  if (const auto found = find_french_date(text, true)) article.date = found->date;
}

}  // namespace

Article article_of_fields(const FieldTexts& fields, const Record& record) {
  Article article;
  article.url = fields("url");
  article.key = fields("id");
  if (article.key.empty()) article.key = article.url;
  if (article.key.empty()) article.key = fmt::format("{}:{}", record.key, record.line);
  article.title = fields("title");
  set_date(article, fields("date"));
  article.authors = names_in(fields("author"));
  article.source = fields("source");
  article.section = fields("section");
  article.language = fields("language");
  article.keywords = names_in(fields("keywords"));
  article.path = record.path;
  set_text(article, plain_text(fields("lead")), plain_text(fields("text")));
  return article;
}

}  // namespace hemero
