#include "indexer/formats/sites/mediawiki_article.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/dates/date_search.h"
#include "common/base/message.h"
#include "common/text/fold.h"
#include "indexer/formats/sites/wiki_text.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

/// The first and the latest revision by their times; the same where there is one.
std::pair<const XmlElement*, const XmlElement*> revisions_of(const XmlElement& page) {
  const XmlElement* first = nullptr;
  const XmlElement* last = nullptr;
  const auto time = [](const XmlElement* revision) { return line_of(revision->child("timestamp")); };
  for (const XmlElement& child : page.children) {
    if (child.name != "revision") continue;
    if (first == nullptr || time(&child) < time(first)) first = &child;
    if (last == nullptr || time(&child) >= time(last)) last = &child;
  }
  return {first, last};
}

std::optional<Date> date_in(const std::string& text) {
  if (const auto date = parse_iso_date(text)) return date;
  if (const auto found = find_date(text)) return found->date;
  return std::nullopt;
}

/// The day that the page names: in its template, in a category that is a day; else that of the first of its revisions,
/// when the export has others too. The time of the latest one says nothing of publication.
void set_date(Article& article, const WikiText& text, std::pair<const XmlElement*, const XmlElement*> revisions,
              Choices& choices) {
  const auto take = [&](const std::string& printed, const char* rule) {
    if (article.date) return;
    article.date = date_in(printed);
    if (!article.date) return;
    article.date_text = printed;
    choices.push_back({"date", rule, printed});
  };
  take(text.date, "template date");
  for (const std::string& category : text.categories)
    if (category.size() < 30) take(category, "category");
  if (revisions.first != revisions.second) take(line_of(revisions.first->child("timestamp")), "first revision");
  if (!article.date) choices.push_back({"updated", "latest revision", line_of(revisions.second->child("timestamp"))});
}

/// "https://fr.wikinews.org/wiki/Accueil" → "https://fr.wikinews.org/wiki/"
std::string address_of(const XmlElement& head, std::string title) {
  const std::string base = line_of(head.at({"siteinfo", "base"}));
  if (!base.starts_with("http")) return {};
  std::replace(title.begin(), title.end(), ' ', '_');
  return base.substr(0, base.rfind('/') + 1) + title;
}

/// Sections that list what the article is from and what stands elsewhere.
bool opens_appendix(std::string_view heading) {
  const std::string name = fold(heading);
  for (const std::string_view known :
       {"source", "sources", "voiraussi", "notes", "reference", "references", "notesetreferences", "liensexternes",
        "articlesconnexes", "articleslies", "liens"})
    if (name == fold(known)) return true;
  return false;
}

void set_text(Article& article, const WikiText& text) {
  bool appendix = false;
  for (const WikiBlock& block : text.blocks) {
    const bool heading = block.kind == WikiBlock::Kind::heading;
    if (heading) appendix = opens_appendix(block.text);
    const ZoneKind kind = heading ? ZoneKind::heading : ZoneKind::paragraph;
    append_zone(article, appendix ? ZoneKind::debris : kind, block.text);
  }
}

}  // namespace

std::variant<Article, Skip> read_wiki_page(const Record& record, Choices& choices) {
  const XmlElement& page = record.xml->element;
  const XmlElement& head = *record.xml->head;
  const std::string space = line_of(page.child("ns"));
  const std::string title = line_of(page.child("title"));
  if (!space.empty() && space != "0")
    return refuse(record, reason::no_article, message("“{}” is in namespace {}, not an article", title, space),
                  line_of(record.xml->element.child("title")));
  const auto revisions = revisions_of(page);
  if (revisions.second == nullptr) return refuse_empty(record, line_of(record.xml->element.child("title")));
  const XmlElement* content = revisions.second->child("text");
  const std::string markup = content == nullptr ? std::string() : text_of(*content);
  if (page.child("redirect") != nullptr || markup.starts_with("#REDIRECT"))
    return refuse(record, reason::redirect, message("“{}” leads to another page", title),
                  line_of(record.xml->element.child("title")));
  const WikiText text = read_wiki_text(markup);
  Article article;
  article.title = title;
  article.url = address_of(head, title);
  article.source = line_of(head.at({"siteinfo", "sitename"}));
  article.language = head.attribute("xml:lang");
  set_date(article, text, revisions, choices);
  for (const std::string& category : text.categories)
    if (!date_in(category)) article.keywords.push_back(category);
  set_text(article, text);
  return finished(std::move(article), record);
}

const Format mediawiki_format{
    .name = "mediawiki",
    .title = "exports of MediaWiki",
    .endings = {{".xml"}},
    .roots = {"mediawiki"},
    .items = {"page"},
    .likeness = root_likeness,
    .cut = cut_items,
    .make_extractor = make_extractor_of<PlainExtractor<read_wiki_page>>,
};

}  // namespace hemero
