#include "indexer/extract/extractor.h"

#include "indexer/extract/scraped_text.h"

namespace hemero {

Extractor::Extractor(const ExtractOptions& options, const FolderLines& folders)
    : source_(options.source), folders_(folders), json_(options.keys) {}

std::variant<Article, Skip> Extractor::extract(const Record& record) {
  auto result = record.format == RecordFormat::jsonl ? json_.read(record)
                                                     : extract_scraped_text(record, folders_.of(record.path));
  if (auto* article = std::get_if<Article>(&result)) {
    if (article->source.empty()) article->source = source_;
    if (article->language.empty()) article->language = "fr";
  }
  return result;
}

}  // namespace hemero
