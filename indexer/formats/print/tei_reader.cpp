#include "indexer/formats/print/tei_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/formats/print/tei_article.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

constexpr std::size_t shortest_rest = 200;  ///< bytes beside the articles that are worth one of their own

bool is_article(const XmlElement& element) {
  return element.name.starts_with("div") && element.attribute("type") == "article";
}

/// Takes the articles out of an element, in their order.
void take_articles(XmlElement& element, std::vector<XmlElement>& articles) {
  for (XmlElement& child : element.children) {
    if (is_article(child))
      articles.push_back(std::exchange(child, {}));
    else
      take_articles(child, articles);
  }
}

/// A text with the header of another and one article.
XmlElement text_of_article(const XmlElement& header, XmlElement article) {
  XmlElement body{"body", {}, {}, {}};
  body.children.push_back(std::move(article));
  XmlElement text{"text", {}, {}, {}};
  text.children.push_back(std::move(body));
  XmlElement whole{"TEI", {}, {}, {}};
  whole.children.push_back(header);
  whole.children.push_back(std::move(text));
  return whole;
}

}  // namespace

TeiReader::TeiReader(ByteInput& input, const InputFile& file, const InputLimits& limits)
    : reader_(input, {"TEI", "TEI.2"}, limits, true), path_(file.path.string()), key_(file.key) {}

std::optional<SourceItem> TeiReader::next() {
  while (records_.empty()) {
    auto result = reader_.next();
    if (!result) return std::nullopt;
    if (const auto* fault = std::get_if<XmlFault>(&*result))
      return Skip{fault->reason, fault->message, path_, fault->line, 0, {}, fault->last};
    split(std::get<XmlItem>(std::move(*result)));
  }
  Record record = std::move(records_.front());
  records_.pop_front();
  return record;
}

void TeiReader::split(XmlItem item) {
  std::vector<XmlElement> articles;
  take_articles(item.element, articles);
  if (articles.empty()) return add(std::move(item));
  const XmlElement* found = item.element.child("teiHeader");
  const XmlElement header = found == nullptr ? XmlElement{"teiHeader", {}, {}, {}} : *found;
  const std::size_t size = item.size / articles.size();
  for (XmlElement& article : articles)
    add({text_of_article(header, std::move(article)), item.head, 0, item.line, size});
  const XmlElement* text = item.element.child("text");
  if (text != nullptr && line_of(text).size() >= shortest_rest) add(std::move(item));
}

void TeiReader::add(XmlItem item) {
  item.number = ++number_;
  Record record{{}, path_, key_, item.line, 0};
  record.xml = std::make_shared<const XmlItem>(std::move(item));
  records_.push_back(std::move(record));
}

namespace {

std::unique_ptr<RecordReader> cut_tei(ByteInput& input, const Opening& opening) {
  return std::make_unique<TeiReader>(input, opening.file, opening.limits);
}

}  // namespace

const Format tei_format{
    .name = "tei",
    .title = "TEI",
    .endings = {{".xml"}},
    .roots = {"TEI", "TEI.2", "teiCorpus", "teiCorpus.2"},
    .items = {"TEI", "TEI.2"},
    .likeness = root_likeness,
    .cut = cut_tei,
    .make_extractor = make_extractor_of<PlainExtractor<read_tei>>,
};

}  // namespace hemero
