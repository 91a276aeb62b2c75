#include "indexer/formats/print/abbyy_reader.h"

#include <charconv>
#include <memory>
#include <string>
#include <utility>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/print/ocr_lines.h"
#include "indexer/formats/print/page_record.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

/// A line's text: character by character where each has an element, blanks among these.
std::string text_of_line(const XmlElement& line) {
  std::string text;
  for (const XmlElement& run : line.children) {
    if (run.name != "formatting") continue;
    const bool apart = run.child("charParams") != nullptr;
    for (const XmlElement& child : run.children)
      if (!apart || child.name == "charParams") append_collapsed(text, text_of(child));
  }
  return text;
}

class PageReader {
 public:
  AltoPage read(const XmlElement& page) {
    add(page);
    return std::move(result_);
  }

 private:
  /// Tables hold rows of cells, each with a text of its own.
  void add(const XmlElement& element) {
    for (const XmlElement& child : element.children) {
      if (child.name == "par")
        add_paragraph(child);
      else if (!child.name.empty() && child.name != "region")
        add(child);
    }
  }

  void add_paragraph(const XmlElement& paragraph) {
    PrintedBlock block;
    std::string lines;
    for (const XmlElement& line : paragraph.children) {
      if (line.name != "line") continue;
      lines += text_of_line(line) + "\n";
      rate(line, block);
    }
    block.text = join_printed_lines(lines);
    if (!block.text.empty()) result_.blocks.push_back(std::move(block));
  }

  static void rate(const XmlElement& element, PrintedBlock& block) {
    for (const XmlElement& child : element.children) {
      if (child.name == "formatting") rate(child, block);
      const std::string_view confidence = child.attribute("charConfidence");
      int value = 0;
      const auto [end, error] = std::from_chars(confidence.data(), confidence.data() + confidence.size(), value);
      if (child.name != "charParams" || error != std::errc() || value < 0 || value > 100) continue;
      ++block.rated;
      block.confidence += value / 100.0;
    }
  }

  AltoPage result_;
};

/// A document says who wrote it; files of single pages were cut out of one.
Likeness abbyy_likeness(const Format&, const FileHead& head) {
  const auto has = [&](std::string_view words) { return head.text().find(words) != std::string::npos; };
  const bool document = head.root() == "document" && (has("FineReader") || has("abbyy.com"));
  const bool page = head.root() == "page" && has("blockType=");
  return document || page ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_pages(ByteInput& input, const Opening& opening) {
  return std::make_unique<AbbyyReader>(input, opening.file, opening.limits);
}

std::variant<Article, Skip> read_page(const Record& record) { return *record.printed; }

}  // namespace

AltoPage read_abbyy_page(const XmlElement& page) { return PageReader().read(page); }

std::optional<SourceItem> AbbyyReader::next() {
  const auto result = reader_.next();
  if (!result) return std::nullopt;
  if (const auto* fault = std::get_if<XmlFault>(&*result))
    return Skip{fault->reason, fault->message, file_.path.string(), fault->line, 0, {}, fault->last};
  const auto& item = std::get<XmlItem>(*result);
  const bool single = item.head == nullptr || item.head->name != "document";
  return item_of_page(file_, read_abbyy_page(item.element), single ? 0 : item.number);
}

const Format abbyy_format{
    .name = "abbyy",
    .title = "pages read by ABBYY FineReader",
    .endings = {{".xml"}},
    .roots = {"document", "page"},
    .items = {"page"},
    .likeness = abbyy_likeness,
    .cut = cut_pages,
    .make_extractor = make_extractor_of<PlainExtractor<read_page>>,
};

}  // namespace hemero
