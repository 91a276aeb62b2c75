#include "indexer/ingest/extractor.h"

#include <string>
#include <utility>

#include "common/base/message.h"
#include "common/text/mojibake.h"
#include "indexer/formats/agencies/newsml_article.h"
#include "indexer/formats/agencies/nitf_article.h"
#include "indexer/formats/agencies/wire_article.h"
#include "indexer/formats/databases/europresse_article.h"
#include "indexer/formats/databases/factiva_article.h"
#include "indexer/formats/feeds/feed_article.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/print/print_reader.h"
#include "indexer/formats/print/tei_article.h"
#include "indexer/formats/sites/mediawiki_article.h"
#include "indexer/formats/sites/wxr_article.h"
#include "indexer/formats/text/scraped_text.h"

namespace hemero {

namespace {

void repair(std::string& text) {
  if (!text.empty()) text = undo_double_encoding(text);
}

/// Makes text that was encoded twice what it was, where title or text show that it was.
void repair_charset(Article& article, Choices& choices) {
  const bool title = looks_double_encoded(article.title);
  if (!title && !looks_double_encoded(article.text)) return;
  choices.push_back({"charset", "UTF-8 encoded twice, undone", title ? article.title : std::string()});
  for (std::string* field : {&article.title, &article.source, &article.section}) repair(*field);
  for (auto* names : {&article.authors, &article.keywords})
    for (std::string& name : *names) repair(name);
  const Article printed = std::exchange(article, Article(article));
  article.text.clear();
  article.zones.clear();
  for (const Zone& zone : printed.zones) append_zone(article, zone.kind, undo_double_encoding(printed.zone_text(zone)));
}

}  // namespace

Extractor::Extractor(const ExtractOptions& options, const FolderLines& folders)
    : source_(options.source), html_(options.html), folders_(folders), json_(options.keys), csv_(options.keys) {}

std::variant<Article, Skip> Extractor::read(const Record& record, Choices& choices) {
  switch (record.format) {
    case RecordFormat::jsonl:
      return json_.read(record);
    case RecordFormat::csv:
      return csv_.read(record);
    case RecordFormat::html:
      return extract_html(record, choices, html_);
    case RecordFormat::feed:
      return read_feed_item(record, choices);
    case RecordFormat::wxr:
      return read_wxr_item(record);
    case RecordFormat::nitf:
      return read_nitf(record);
    case RecordFormat::newsml:
      return read_newsml(record);
    case RecordFormat::tei:
      return read_tei(record);
    case RecordFormat::mediawiki:
      return read_wiki_page(record, choices);
    case RecordFormat::iptc7901:
      return read_wire_message(record);
    case RecordFormat::europresse:
      return read_europresse(record, choices);
    case RecordFormat::factiva:
      return read_factiva(record);
    case RecordFormat::alto:
    case RecordFormat::mets:
      return *record.printed;
    case RecordFormat::text:
      break;
  }
  return extract_scraped_text(record, folders_.of(record.path));
}

/// Nothing that is said of all records changes what was exported.
std::variant<Article, Skip> Extractor::read_exported(const Record& record) {
  auto event = exports_.read(record);
  if (auto* version = std::get_if<HistoricVersion>(&event)) return std::move(version->article);
  if (auto* skip = std::get_if<Skip>(&event)) return std::move(*skip);
  return Skip{reason::removed,
              message("the article {} was removed", std::get<HistoricRemoval>(event).key),
              record.path,
              record.line,
              record.offset,
              record.bytes,
              false};
}

std::variant<Article, Skip> Extractor::extract(const Record& record, Choices& choices) {
  if (record.format == RecordFormat::jsonl && is_export_line(record.bytes)) return read_exported(record);
  auto result = read(record, choices);
  left_out_.clear();
  if (record.format == RecordFormat::jsonl) left_out_ = json_.left_out();
  if (record.format == RecordFormat::csv) left_out_ = csv_.left_out();
  if (auto* article = std::get_if<Article>(&result)) {
    const bool feed = record.xml != nullptr && !source_.empty();  // the title of a feed names it in passing
    if (article->source.empty() || feed) article->source = source_;
    if (article->language.empty()) article->language = "fr";
    repair_charset(*article, choices);
  }
  return result;
}

std::variant<Article, Skip> Extractor::extract(const Record& record) {
  Choices choices;
  return extract(record, choices);
}

}  // namespace hemero
