#include "indexer/formats/agencies/newsml_article.h"

#include <optional>
#include <string>
#include <utility>

#include "common/base/dates/date_reader.h"
#include "common/base/message.h"
#include "indexer/formats/agencies/nitf_article.h"
#include "indexer/formats/html/html_fragment.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

/// The first line that says something.
std::string first_line(std::initializer_list<const XmlElement*> elements) {
  for (const XmlElement* element : elements)
    if (std::string line = line_of(element); !line.empty()) return line;
  return {};
}

std::string attribute_of(const XmlElement* element, std::string_view name) {
  return element == nullptr ? std::string() : std::string(element->attribute(name));
}

void set_date(Article& article, const std::string& text) {
  if (text.empty() || article.date) return;
  article.date = read_date(text);
  article.date_text = text;
}

/// What holds text: NITF, XHTML, paragraphs without more, or HTML that was escaped.
void add_content(Article& article, const XmlElement& content) {
  if (const XmlElement* nitf = content.name == "nitf" ? &content : content.find("nitf")) {
    Article inner;
    add_nitf(inner, *nitf);
    if (article.title.empty()) article.title = inner.title;
    if (article.authors.empty()) article.authors = inner.authors;
    for (const Zone& zone : inner.zones) append_zone(article, zone.kind, inner.zone_text(zone));
    return;
  }
  const XmlElement* body = content.find("xhtml:body");
  if (body == nullptr) body = content.find("body");
  if (body == nullptr) body = &content;
  bool has_elements = false;
  for (const XmlElement& child : body->children) has_elements = has_elements || !child.name.empty();
  append_fragment(article, has_elements ? markup_of(*body) : text_of(*body));
}

/// "usable" of "stat:usable" and of "Usable".
std::string code_of(std::string_view code) {
  std::string name(code.substr(code.find(':') + 1));
  for (char& byte : name) byte = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 32 : byte);
  return name;
}

/// Why an item is no article to be found: what its agency says that it is.
std::optional<Skip> refusal(const Record& record, std::string_view status, std::string_view kind) {
  const std::string state = code_of(status);
  if (!state.empty() && state != "usable")
    return refuse(record, reason::unpublished, message("“{}”, not published", state), markup_of(record.xml->element));
  const std::string medium = code_of(kind);
  if (!medium.empty() && medium != "text" && medium != "composite")
    return refuse(record, reason::no_text, message("“{}”, not a text", medium), markup_of(record.xml->element));
  return std::nullopt;
}

/// The place and day that open a dispatch.
void add_dateline(Article& article, const XmlElement* dateline) {
  if (const std::string line = line_of(dateline); !line.empty()) append_zone(article, ZoneKind::debris, line);
}

// NewsML-G2

/// A name of somebody: its <name>, else the literal, else what stands behind the colon of the qcode.
std::string party_name(const XmlElement* party) {
  if (party == nullptr) return {};
  if (std::string name = line_of(party->child("name")); !name.empty()) return name;
  if (const auto literal = party->attribute("literal"); !literal.empty()) return std::string(literal);
  const std::string_view code = party->attribute("qcode");
  return std::string(code.substr(code.find(':') + 1));
}

void add_keywords(Article& article, const XmlElement& metadata) {
  add_lines(article.keywords, metadata, {"keyword"});
  for (const XmlElement& child : metadata.children)
    if (child.name == "subject") add_lines(article.keywords, child, {"name"});
}

std::variant<Article, Skip> read_g2(const Record& record) {
  const XmlElement none;
  const XmlElement& item = record.xml->element;
  const XmlElement* about = item.child("contentMeta");
  const XmlElement& metadata = about == nullptr ? none : *about;
  const XmlElement* administration = item.child("itemMeta");
  const XmlElement& management = administration == nullptr ? none : *administration;
  if (auto skip = refusal(record, attribute_of(management.child("pubStatus"), "qcode"),
                          attribute_of(management.child("itemClass"), "qcode")))
    return *std::move(skip);
  Article article;
  article.key = item.attribute("guid");
  article.title = first_line({metadata.child("headline"), management.child("title")});
  set_date(article, line_of(metadata.child("contentCreated")));
  set_date(article, line_of(management.child("firstCreated")));
  set_date(article, line_of(management.child("versionCreated")));
  article.authors = names_of_signature(line_of(metadata.child("by")));
  if (article.authors.empty()) article.authors = names_of_signature(party_name(metadata.child("creator")));
  article.source = party_name(management.child("provider"));
  article.language = attribute_of(metadata.child("language"), "tag");
  if (article.language.empty()) article.language = item.attribute("xml:lang");
  add_keywords(article, metadata);
  add_dateline(article, metadata.child("dateline"));
  if (const XmlElement* contents = item.child("contentSet"))
    for (const XmlElement& content : contents->children)
      if (content.name == "inlineXML" || content.name == "inlineData") add_content(article, content);
  if (const XmlElement* summary = first_of(metadata, {"description"})) add_summary(article, text_of(*summary));
  return finished(std::move(article), record);
}

// NewsML 1.2

/// Every text of an item stands in a ContentItem of its own, however deep; some repeat the title or shorten the text.
void add_contents(Article& article, const XmlElement& component) {
  const std::string role = attribute_of(component.child("Role"), "FormalName");
  if (role == "Title" || role == "Caption" || role == "Picture") return;
  for (const XmlElement& child : component.children) {
    if (child.name == "NewsComponent") add_contents(article, child);
    if (child.name != "ContentItem") continue;
    const std::string type = attribute_of(child.child("MediaType"), "FormalName");
    const XmlElement* content = child.child("DataContent");
    if (content != nullptr && (type.empty() || type == "Text")) add_content(article, *content);
  }
}

std::variant<Article, Skip> read_1(const Record& record) {
  const XmlElement& item = record.xml->element;
  if (auto skip = refusal(record, attribute_of(item.at({"NewsManagement", "Status"}), "FormalName"), {}))
    return *std::move(skip);
  Article article;
  if (const XmlElement* id = item.at({"Identification", "NewsIdentifier"})) {
    article.key =
        line_of(id->child("ProviderId")) + ":" + line_of(id->child("DateId")) + ":" + line_of(id->child("NewsItemId"));
    if (line_of(id->child("NewsItemId")).empty()) article.key = line_of(id->child("PublicIdentifier"));
  }
  article.title = first_line({item.find("HeadLine")});
  set_date(article, line_of(item.at({"NewsManagement", "FirstCreated"})));
  set_date(article, line_of(item.at({"NewsManagement", "ThisRevisionCreated"})));
  article.authors = names_of_signature(line_of(item.find("ByLine")));
  if (const XmlElement* provider = item.find("Provider"))
    article.source = attribute_of(provider->child("Party"), "FormalName");
  if (article.source.empty()) article.source = line_of(item.at({"Identification", "NewsIdentifier", "ProviderId"}));
  article.language = attribute_of(item.find("Language"), "FormalName");
  if (article.language.empty()) article.language = item.attribute("xml:lang");
  add_dateline(article, item.find("DateLine"));
  for (const XmlElement& child : item.children)
    if (child.name == "NewsComponent") add_contents(article, child);
  return finished(std::move(article), record);
}

}  // namespace

std::variant<Article, Skip> read_newsml(const Record& record) {
  return record.xml->element.name == "newsItem" ? read_g2(record) : read_1(record);
}

const Format newsml_format{
    .name = "newsml",
    .title = "NewsML 1 and NewsML-G2",
    .endings = {{".newsml", Likeness::perhaps}, {".xml"}},
    .roots = {"newsItem", "newsMessage", "NewsML", "NewsItem"},
    .items = {"newsItem", "NewsItem"},
    .items_nest = true,
    .likeness = root_likeness,
    .cut = cut_items,
    .make_extractor = make_extractor_of<PlainExtractor<read_newsml>>,
};

}  // namespace hemero
