#include "indexer/formats/agencies/nitf_article.h"

#include <algorithm>
#include <string>

#include "common/base/dates/date_reader.h"
#include "indexer/formats/html/html_fragment.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void fill_date(Article& article, const XmlElement* element, std::string_view attribute) {
  if (article.date || element == nullptr) return;
  std::string text(element->attribute(attribute));
  if (text.empty()) text = line_of(element);
  if (text.empty()) return;
  article.date = read_date(text);
  article.date_text = std::move(text);
}

/// Who signs; a byline may name its <person>s.
void add_authors(Article& article, const XmlElement& head) {
  for (const XmlElement& byline : head.children) {
    if (byline.name != "byline") continue;
    const std::size_t before = article.authors.size();
    add_lines(article.authors, byline, {"person"});
    if (article.authors.size() > before) continue;
    XmlElement name = byline;
    std::erase_if(name.children, [](const XmlElement& child) { return child.name == "byttl"; });
    for (std::string& signer : names_of_signature(line_of(&name))) article.authors.push_back(std::move(signer));
  }
}

void add_docdata(Article& article, const XmlElement& docdata) {
  if (const XmlElement* id = docdata.child("doc-id")) fill(article.key, std::string(id->attribute("id-string")));
  fill_date(article, docdata.child("date.issue"), "norm");
  fill_date(article, docdata.child("date.release"), "norm");
  if (const XmlElement* list = docdata.child("key-list"))
    for (const XmlElement& keyword : list->children)
      if (const auto key = keyword.attribute("key"); !key.empty()) article.keywords.emplace_back(key);
}

/// The names that NITF has for what HTML calls otherwise.
std::string html_name(const std::string& name) {
  if (name == "hl1" || name == "hl2") return "h2";
  if (name == "media-caption" || name == "media-producer") return "figcaption";
  if (name == "media") return "figure";
  if (name == "block" || name == "body.content" || name == "hedline") return "div";
  if (name == "bq") return "blockquote";
  return name;
}

XmlElement as_html(const XmlElement& element) {
  XmlElement html{html_name(element.name), element.text, {}, {}};
  if (element.name == "note" || element.name == "media-metadata" || element.name == "media-reference")
    html.name = "nav";
  for (const XmlElement& child : element.children) html.children.push_back(as_html(child));
  return html;
}

}  // namespace

void add_nitf(Article& article, const XmlElement& nitf) {
  const XmlElement* headline = nitf.at({"body", "body.head", "hedline", "hl1"});
  if (headline == nullptr) headline = nitf.at({"body", "body.head", "hedline"});
  if (headline == nullptr) headline = nitf.at({"head", "title"});
  fill(article.title, line_of(headline));
  if (const XmlElement* docdata = nitf.at({"head", "docdata"})) add_docdata(article, *docdata);
  if (const XmlElement* head = nitf.at({"body", "body.head"})) {
    if (article.authors.empty()) add_authors(article, *head);
    fill(article.source, line_of(head->child("distributor")));
    fill_date(article, head->at({"dateline", "story.date"}), "norm");
    if (const std::string line = line_of(head->child("dateline")); !line.empty())
      append_zone(article, ZoneKind::debris, line);
  }
  if (const XmlElement* paper = nitf.at({"head", "pubdata"})) {
    fill(article.source, std::string(paper->attribute("name")));
    fill(article.section, std::string(paper->attribute("position.section")));
    fill_date(article, paper, "date.publication");
  }
  if (const XmlElement* content = nitf.at({"body", "body.content"}))
    append_fragment(article, markup_of(as_html(*content)));
  const XmlElement* summary = nitf.at({"body", "body.head", "abstract"});
  if (summary == nullptr) summary = nitf.at({"body", "body.head", "hedline", "hl2"});
  if (summary != nullptr && line_of(summary) != article.title) add_summary(article, markup_of(as_html(*summary)));
}

std::variant<Article, Skip> read_nitf(const Record& record) {
  const XmlElement& nitf = record.xml->element;
  Article article;
  article.language = nitf.attribute("xml:lang");
  add_nitf(article, nitf);
  return finished(std::move(article), record);
}

const Format nitf_format{
    .name = "nitf",
    .title = "NITF",
    .endings = {{".nitf", Likeness::perhaps}, {".xml"}},
    .roots = {"nitf"},
    .items = {"nitf"},
    .likeness = root_likeness,
    .cut = cut_items,
    .make_extractor = make_extractor_of<PlainExtractor<read_nitf>>,
};

}  // namespace hemero
