#include "common/store/index/article_terms.h"

#include "common/model/field.h"
#include "common/store/index/index_format.h"
#include "common/text/addresses/url_hosts.h"
#include "common/text/names.h"

namespace hemero {

namespace {

void add_name(IndexedVersion& indexed, Field field, std::string_view name) {
  const auto words = name_words(name);
  if (words.empty()) return;
  for (const std::string& word : words) indexed.names.push_back(name_word_term(info(field).prefix, word));
  indexed.names.push_back(name_term(info(field).prefix, words));
}

void add_names(IndexedVersion& indexed, Field field, const std::string& name) { add_name(indexed, field, name); }

void add_names(IndexedVersion& indexed, Field field, const std::vector<std::string>& names) {
  for (const std::string& name : names) add_name(indexed, field, name);
}

/// Dates and numbers are no names.
template <typename T>
void add_names(IndexedVersion&, Field, const std::optional<T>&) {}

void add_date(IndexedVersion& indexed, const Date& date) {
  indexed.date = date_value(date);
  indexed.names.push_back(year_term(date.year));
  if (date.precision >= DatePrecision::month) indexed.names.push_back(month_term(date.year, date.month));
  if (date.precision >= DatePrecision::day) indexed.names.push_back(day_term(date.year, date.month, date.day));
}

}  // namespace

IndexedVersion article_terms(VersionId version, const Article& article) {
  IndexedVersion indexed{version, {}, {}, {}, column_values(article)};
  for (const ArticleField& field : article_fields)
    if (field.searched && info(*field.searched).kind == FieldKind::name)
      with_value(article, field, [&](const auto& value) { add_names(indexed, *field.searched, value); });
  for (const std::string& host : url_hosts(article.url))
    indexed.names.push_back(name_term(info(Field::url).prefix, host));
  if (const auto language = name_words(article.language); !language.empty())
    indexed.names.push_back(name_term(language_prefix, language));
  if (article.date) add_date(indexed, *article.date);
  return indexed;
}

}  // namespace hemero
