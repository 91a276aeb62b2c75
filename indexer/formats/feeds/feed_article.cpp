#include "indexer/formats/feeds/feed_article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/base/message.h"
#include "indexer/formats/feeds/feed_authors.h"
#include "indexer/formats/feeds/feed_markup.h"
#include "indexer/formats/html/html_fragment.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/sites/wxr_article.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

std::string plain_line(const XmlElement* element) { return element == nullptr ? "" : plain_text(markup_in(*element)); }

/// The page of an item: in Atom the first link that is no other relation than "alternate", in RSS 1.0 what it is about.
std::string address_of(const XmlElement& item) {
  if (const XmlElement* link = first_of(item, {"link"})) return line_of(link);
  for (const XmlElement& child : item.children) {
    const std::string_view relation = child.attribute("rel");
    if (child.name == "atom:link" && (relation.empty() || relation == "alternate"))
      return std::string(child.attribute("href"));
  }
  const XmlElement* guid = first_of(item, {"guid"});
  const bool apart = guid != nullptr && guid->attribute("isPermaLink") == "false";
  const std::string id = guid != nullptr ? line_of(guid) : std::string(item.attribute("rdf:about"));
  return id.starts_with("http") && !apart ? id : std::string();
}

constexpr std::array<std::string_view, 9> published{"pubDate",      "atom:published",    "atom:issued",
                                                    "dc:date",      "dcterms:issued",    "dcterms:created",
                                                    "atom:created", "dcterms:available", "date"};

void set_date(const XmlElement& item, Article& article, Choices& choices) {
  constexpr std::array<std::string_view, 3> updated{"atom:updated", "atom:modified", "dcterms:modified"};
  const auto take = [&](std::string_view name) {
    const std::string text = line_of(item.child(name));
    const auto date = read_date(text);
    if (!date && (text.empty() || !article.date_text.empty())) return false;
    article.date = date;
    article.date_text = text;
    return date.has_value();
  };
  for (const std::string_view name : published)
    if (take(name)) return;
  for (const std::string_view name : updated)
    if (take(name)) return choices.push_back({"date", "date of update, no other is given", article.date_text});
}

/// True for a category that says what an entry is in Blogger: "…/blogger/2008/kind#post".
bool names_kind(const XmlElement& category) {
  return category.attribute("term").find("/blogger/2008/kind#") != std::string_view::npos;
}

/// The first category is the section, all others are keywords.
void set_categories(const XmlElement& item, Article& article) {
  add_lines(article.keywords, item, {"category", "dc:subject"});
  for (const XmlElement& child : item.children) {
    if (child.name != "atom:category" || names_kind(child)) continue;
    const auto label = child.attribute("label");
    const std::string name = plain_text(label.empty() ? child.attribute("term") : label);
    if (!name.empty()) article.keywords.push_back(name);
  }
  if (article.keywords.empty()) return;
  article.section = article.keywords.front();
  article.keywords.erase(article.keywords.begin());
}

/// What introduces the text, or is all there is of it: of films the description that all sizes of it have.
std::vector<const XmlElement*> summaries_of(const XmlElement& item) {
  std::vector<const XmlElement*> summaries;
  for (const char* name : {"description", "atom:summary", "dc:description", "summary", "itunes:summary"})
    if (const XmlElement* summary = first_of(item, {name})) summaries.push_back(summary);
  const XmlElement* film = item.at({"media:group", "media:description"});
  if (summaries.empty() && film != nullptr) summaries.push_back(film);
  return summaries;
}

/// Where there is no text the longest summary is it, and the first of the others the lead: podcasts say less in their
/// description than in their summary.
void set_text(const XmlElement& item, Article& article) {
  std::vector<const XmlElement*> summaries = summaries_of(item);
  if (const XmlElement* content =
          first_of(item, {"content:encoded", "fullitem", "body", "xhtml:body", "xhtml:div", "atom:content"})) {
    append_fragment(article, markup_in(*content));
  } else if (!summaries.empty()) {
    const auto shorter = [](const XmlElement* a, const XmlElement* b) {
      return text_of(*a).size() < text_of(*b).size();
    };
    const auto longest = std::max_element(summaries.begin(), summaries.end(), shorter);
    append_fragment(article, markup_in(**longest));
    summaries.erase(longest);
  }
  if (!summaries.empty()) add_summary(article, markup_in(*summaries.front()));
}

void set_source(const XmlElement& head, const XmlElement& item, Article& article) {
  const XmlElement* channel = head.child("channel");
  const XmlElement& feed = channel == nullptr ? head : *channel;
  article.source = plain_line(first_of(feed, {"title", "atom:title", "dc:title", "dc:publisher"}));
  std::string language(item.attribute("xml:lang"));
  if (language.empty()) language = line_of(first_of(item, {"dc:language"}));
  if (language.empty()) language = line_of(first_of(feed, {"language", "dc:language"}));
  if (language.empty()) language = head.attribute("xml:lang");
  article.language = std::move(language);
}

/// What an entry says of itself that is a post in an export of Blogger, or a comment, a page, a setting.
std::string kind_of(const XmlElement& item) {
  for (const XmlElement& child : item.children) {
    if (child.name == "blogger:type") return line_of(&child);
    const std::string_view term = child.attribute("term");
    if (child.name == "atom:category" && names_kind(child)) return std::string(term.substr(term.rfind('#') + 1));
  }
  return {};
}

/// Why an entry of a blog is no published post: drafts by RFC 5023, and by Blogger's own words.
std::optional<Skip> refusal(const Record& record) {
  const XmlElement& item = record.xml->element;
  if (const std::string kind = kind_of(item); !kind.empty() && kind != "post" && kind != "POST")
    return refuse(record, reason::no_post, message("“{}”, not a post", kind), markup_of(item));
  std::string status = line_of(item.child("blogger:status"));
  if (line_of(item.at({"app:control", "app:draft"})) == "yes") status = "draft";
  if (!status.empty() && status != "LIVE")
    return refuse(record, reason::unpublished, message("“{}”, not published", status), markup_of(item));
  return std::nullopt;
}

}  // namespace

std::variant<Article, Skip> read_feed_item(const Record& record, Choices& choices) {
  const XmlElement& item = record.xml->element;
  // Read as a feed when the file does not begin as an export does, or by --format: a draft is no more public for that.
  if (is_wordpress_post(item)) return read_wxr_item(record);
  if (auto skip = refusal(record)) return *std::move(skip);
  Article article;
  article.key = line_of(first_of(item, {"guid", "atom:id", "dc:identifier"}));
  article.url = address_of(item);
  article.title = plain_line(first_of(item, {"title", "atom:title", "dc:title", "media:title"}));
  set_date(item, article, choices);
  article.authors = feed_authors(item, *record.xml->head);
  set_categories(item, article);
  set_source(*record.xml->head, item, article);
  set_text(item, article);
  return finished(std::move(article), record);
}

namespace {

std::vector<std::string> dates_of_items(std::span<const Record> first, const NamedFields&) {
  std::vector<std::string> dates;
  for (const Record& record : first)
    for (const std::string_view name : published) dates.push_back(line_of(record.xml->element.child(name)));
  return dates;
}

}  // namespace

const Format feed_format{
    .name = "feed",
    .title = "feeds: RSS, Atom, RDF",
    .endings = {{".rss", Likeness::perhaps}, {".atom", Likeness::perhaps}, {".rdf", Likeness::perhaps}, {".xml"}},
    .roots = {"rss", "feed", "RDF"},
    .items = {"item", "atom:entry"},
    .likeness = root_likeness,
    .cut = cut_items,
    .make_extractor = make_extractor_of<PlainExtractor<read_feed_item>>,
    .dates = dates_of_items,
};

}  // namespace hemero
