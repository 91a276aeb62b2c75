#include "indexer/ingest/extractor.h"

#include <utility>

#include "common/text/languages.h"
#include "indexer/formats/named/export_line.h"
#include "indexer/ingest/article_excess.h"
#include "indexer/ingest/charset_repair.h"
#include "indexer/ingest/reader_date.h"
#include "indexer/prose/cut_words.h"

namespace hemero {

Extractor::Extractor(const ExtractOptions& options, const FolderLines& folders)
    : options_(options), folders_(folders) {}

ArticleExtractor& Extractor::extractor_of(const Format& format) {
  auto& extractor = extractors_[&format];
  if (!extractor) extractor = format.make_extractor({options_.fields.keys, options_.html, folders_});
  return *extractor;
}

std::variant<Article, Skip> Extractor::extract(const Record& record, Choices& choices) {
  auto result = read(record, choices);
  const auto* article = std::get_if<Article>(&result);
  const auto excess = article != nullptr ? excess_of(*article, options_.article) : std::nullopt;
  if (excess) return refuse(record, reason::too_long, *excess, record.line > 0 ? record.bytes : "");
  return result;
}

std::variant<Article, Skip> Extractor::read(const Record& record, Choices& choices) {
  ArticleExtractor& extractor = extractor_of(*record.format);
  const bool stored = record.format == &export_format;  // exports are read as they were stored
  const auto mended = stored ? std::nullopt : hemero::repaired(record, choices);
  auto result = extractor.read(mended ? *mended : record, choices);
  left_out_ = extractor.left_out();
  repaired_ = false;
  auto* article = std::get_if<Article>(&result);
  if (article == nullptr || stored) return result;
  const bool feed = record.xml != nullptr && !options_.source.empty();  // the title of a feed names it in passing
  if (article->source.empty() || feed) article->source = options_.source;
  if (std::string code = known_language(article->language); !code.empty()) article->language = std::move(code);
  if (article->language.empty()) article->language = "fr";
  repaired_ = repair(*article, choices) || mended;
  join_cut_words(*article);
  settle_date(*article, record.date_order, options_.zone, choices);
  return result;
}

std::variant<Article, Skip> Extractor::extract(const Record& record) {
  Choices choices;
  return extract(record, choices);
}

}  // namespace hemero
