#include "indexer/ingest/extractor.h"

#include <string>
#include <utility>

#include "common/model/field.h"
#include "common/text/mojibake.h"
#include "indexer/formats/named/export_line.h"

namespace hemero {

namespace {

void repair(std::string& text) {
  if (!text.empty()) text = undo_double_encoding(text);
}

void repair(std::vector<std::string>& names) {
  for (std::string& name : names) repair(name);
}

/// Dates and numbers have no letters.
template <typename T>
void repair(std::optional<T>&) {}

/// Makes text that was encoded twice what it was, where title or text show that it was.
void repair_charset(Article& article, Choices& choices) {
  const bool title = looks_double_encoded(article.title);
  if (!title && !looks_double_encoded(article.text)) return;
  choices.push_back({"charset", "UTF-8 encoded twice, undone", title ? article.title : std::string()});
  for (const ArticleField& field : article_fields)
    if (has_words(field)) with_value(article, field, [](auto& value) { repair(value); });
  const Article printed = std::exchange(article, Article(article));
  article.text.clear();
  article.zones.clear();
  for (const Zone& zone : printed.zones) append_zone(article, zone.kind, undo_double_encoding(printed.zone_text(zone)));
}

}  // namespace

Extractor::Extractor(const ExtractOptions& options, const FolderLines& folders)
    : options_(options), folders_(folders) {}

ArticleExtractor& Extractor::extractor_of(const Format& format) {
  auto& extractor = extractors_[&format];
  if (!extractor) extractor = format.make_extractor({options_.fields.keys, options_.html, folders_});
  return *extractor;
}

std::variant<Article, Skip> Extractor::extract(const Record& record, Choices& choices) {
  ArticleExtractor& extractor = extractor_of(*record.format);
  auto result = extractor.read(record, choices);
  left_out_ = extractor.left_out();
  auto* article = std::get_if<Article>(&result);
  if (article == nullptr || record.format == &export_format) return result;  // exports are read as they were stored
  const bool feed = record.xml != nullptr && !options_.source.empty();       // the title of a feed names it in passing
  if (article->source.empty() || feed) article->source = options_.source;
  if (article->language.empty()) article->language = "fr";
  repair_charset(*article, choices);
  return result;
}

std::variant<Article, Skip> Extractor::extract(const Record& record) {
  Choices choices;
  return extract(record, choices);
}

}  // namespace hemero
