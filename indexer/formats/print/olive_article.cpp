#include "indexer/formats/print/olive_article.h"

#include <string>
#include <utility>

#include "common/base/dates/date_reader.h"
#include "indexer/formats/print/issue_name.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// The words of a part as paragraphs. A line that is marked begins one, also where the text goes on in another column.
class OliveText {
 public:
  OliveText(Article& article, ZoneKind kind) : article_(article), kind_(kind) {}

  void add(const XmlElement& part) {
    for (const XmlElement& child : part.children) {
      if (child.name == "L" && child.attribute("P").starts_with('S')) end_paragraph();
      if (child.name == "W" || child.name == "QW") append(child);
      if (child.name == "q") apart_after_part_ = child.attribute("NS") != "y";
      if (child.name == "W") apart_ = child.attribute("NS") != "y";
      if (child.name == "QW") apart_ = apart_after_part_;
      if (child.name == "Primitive") add(child);
    }
  }

  void end_paragraph() {
    if (const auto text = trimmed(text_); !text.empty() && text != article_.title) append_zone(article_, kind_, text);
    text_.clear();
  }

 private:
  /// Parts of a word that were set apart (Q, q) come once more as a whole (QW).
  void append(const XmlElement& word) {
    if (apart_ && !text_.empty()) text_ += ' ';
    text_ += line_of(&word);
  }

  Article& article_;
  ZoneKind kind_;
  std::string text_;
  bool apart_ = true;  ///< a blank stands before the next word
  bool apart_after_part_ = true;
};

ZoneKind kind_of(std::string_view part) {
  if (part.starts_with("HedLine") || part.starts_with("Headline")) return ZoneKind::heading;
  if (part == "Abstract") return ZoneKind::lead;
  return part == "Byline" || part == "Caption" ? ZoneKind::debris : ZoneKind::paragraph;
}

}  // namespace

std::variant<Article, Skip> read_olive(const Record& record) {
  const XmlElement& entity = record.xml->element;
  const XmlElement none;
  const XmlElement* found = entity.child("Meta");
  const XmlElement& meta = found == nullptr ? none : *found;
  Article article;
  article.title = trimmed(meta.attribute("NAME"));
  article.source = meta.attribute("PUBLICATION");
  article.section = meta.attribute("SECTION");
  article.language = entity.attribute("LANGUAGE");
  article.date_text = meta.attribute("ISSUE_DATE");
  article.date = issue_named_by(meta.attribute("BASE_HREF")).date;
  if (!article.date) article.date = read_date(article.date_text);
  for (const XmlElement& part : entity.children) {
    OliveText text(article, kind_of(part.name));
    text.add(part);
    text.end_paragraph();
    if (part.name == "Byline" && !article.zones.empty())
      article.authors.emplace_back(article.zone_text(article.zones.back()));
  }
  const std::string document(entity.attribute("DOC_UID"));
  if (!document.empty()) article.key = document + "#" + std::string(entity.attribute("ID"));
  return finished(std::move(article), record);
}

const Format olive_format{
    .name = "olive",
    .title = "digitised newspapers (Olive)",
    .endings = {{".xml"}},
    .roots = {"XMD-entity", "XMD-PAGE", "Xmd_toc"},
    .items = {"XMD-entity"},
    .likeness = root_likeness,
    .cut = cut_items,
    .make_extractor = make_extractor_of<PlainExtractor<read_olive>>,
    .spread = true,
};

}  // namespace hemero
