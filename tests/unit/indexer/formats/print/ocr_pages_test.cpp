#include <string>
#include <vector>

#include "indexer/formats/print/abbyy_reader.h"
#include "indexer/formats/print/hocr_reader.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

// Pages as Tesseract 5 (hOCR) and ABBYY FineReader 10 write them.

namespace hemero {
namespace {

using Lines = std::vector<std::string>;

/// What a file gives: "format|key|title|source|date|confidence|paragraphs…", "!reason" for a skip.
Lines read(const std::string& name, const std::string& bytes) {
  const TemporaryFolder folder;
  folder.write(name, bytes);
  Source source(list_files({folder.path().string()}).files);
  Lines found;
  while (auto item = source.next()) {
    const auto* record = std::get_if<Record>(&*item);
    if (record == nullptr || record->printed == nullptr) {
      found.push_back("!" + (record == nullptr ? std::get<Skip>(*item).reason : std::string(record->format->name)));
      continue;
    }
    const Article& article = *record->printed;
    std::string line = std::string(record->format->name) + "|" + article.key + "|" + article.title + "|" +
                       article.source + "|" + (article.date ? to_iso(*article.date) : "") + "|" +
                       (article.ocr_confidence ? std::to_string(*article.ocr_confidence).substr(0, 4) : "");
    for (const Zone& zone : article.zones) line += "|" + std::string(article.zone_text(zone));
    found.push_back(std::move(line));
  }
  return found;
}

std::string hocr_words(const std::string& words) {
  return "<span class='ocr_line' id='line_1_1' title=\"bbox 1 2 3 4; baseline 0 -5\">\n<span class='ocrx_word' "
         "id='word_1_1' title='bbox 1 2 3 4; x_wconf 90'>" +
         words + "</span>\n</span>\n";
}

std::string hocr_page(const std::string& content, int number = 0) {
  return "<div class='ocr_page' id='page_1' title='image \"a.tif\"; bbox 0 0 9 9; ppageno " + std::to_string(number) +
         "; scan_res 70 70'>\n<div class='ocr_carea' title=\"bbox 1 2 3 4\">\n" + content + "</div></div>\n";
}

const std::string hocr_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
    "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n<html><head><title></title><meta name='ocr-system' "
    "content='tesseract 5.3.0'/></head>\n<body>\n";

TEST_CASE("pages in hOCR") {
  const std::string content = "<p class='ocr_par' lang='fra'>" + hocr_words("Le gouver-") +
                              hocr_words("nement parle.") + "</p><p class='ocr_par'>" + hocr_words("Il est tard.") +
                              "</p>";
  CHECK(read("L’Écho_1898-03-03/1.hocr", hocr_head + hocr_page(content)) ==
        Lines{"hocr|L’Écho_1898-03-03/1.hocr|L’Écho, 1898-03-03, p. 1|L’Écho|1898-03-03|0.90|Le gouvernement parle.|"
              "Il est tard."});
  CHECK(read("a.html", hocr_head + hocr_page(content) + hocr_page(hocr_words("Fin."), 1)) ==
        Lines{"hocr|a.html#1|a, p. 1|||0.90|Le gouvernement parle.|Il est tard.", "hocr|a.html#2|a, p. 2|||0.90|Fin."});
}

TEST_CASE("hOCR that is cut, empty or odd harms nobody") {
  CHECK(read("a.html", hocr_head + hocr_page(hocr_words(""))) == Lines{"!no_text"});
  CHECK(read("a.hocr", "<html>") == Lines{"!empty"});
  CHECK(
      read("a.html", "<div class='ocr_page' title='x_wconf; ppageno'><span class='ocr_line' title='x_wconf 999'>Fin") ==
      Lines{"hocr|a.html|a||||Fin"});
  CHECK(read("a.html", "<div class='ocr_page' title='ppageno 2147483647'><span class='ocr_line'>Fin") ==
        Lines{"hocr|a.html|a, p. 2147483648||||Fin"});
  CHECK(read("a.html", "<p>On dit ocr_page.</p>").front().starts_with("!html"));
}

std::string letters(const std::string& text, const std::string& confidence = "80") {
  std::string found = "<formatting lang=\"FrenchStandard\" ff=\"Arial\" fs=\"10.\">\n";
  for (const char letter : text)
    found += "<charParams l=\"1\" t=\"1\" r=\"2\" b=\"2\" charConfidence=\"" + confidence + "\">" + letter +
             "</charParams>\n";
  return found + "</formatting>";
}

std::string line(const std::string& run) { return "<line baseline=\"1\" l=\"1\" t=\"1\">" + run + "</line>\n"; }

std::string abbyy_page(const std::string& paragraphs) {
  return "<page width=\"9\" height=\"9\" resolution=\"300\">\n<block blockType=\"Text\" "
         "l=\"1\"><region><rect/></region>"
         "<text>\n<par>" +
         paragraphs + "</par></text></block>\n<block blockType=\"Picture\"/></page>\n";
}

TEST_CASE("pages of ABBYY FineReader") {
  const std::string content = line(letters("Le gouver-")) + line(letters("nement parle.")) + "</par><par>" +
                              line("<formatting lang=\"x\">Il est tard.</formatting>");
  CHECK(read("1898/03/03/1.xml", abbyy_page(content)) ==
        Lines{"abbyy|1898/03/03/1.xml|1, 1898-03-03||1898-03-03|0.80|Le gouvernement parle.|Il est tard."});
  const std::string document =
      "<?xml version=\"1.0\"?><document xmlns=\"http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml\">";
  CHECK(read("a.xml", document + abbyy_page(content) + abbyy_page(line(letters("Fin."))) + "</document>") ==
        Lines{"abbyy|a.xml#1|a, p. 1|||0.80|Le gouvernement parle.|Il est tard.", "abbyy|a.xml#2|a, p. 2|||0.80|Fin."});
}

TEST_CASE("ABBYY's XML that is cut, empty or odd harms nobody") {
  CHECK(read("a.xml", abbyy_page("")) == Lines{"!no_text"});
  CHECK(read("a.xml", "<page><block blockType=\"Text\"><text><par>").front() == "!broken_xml");
  CHECK(read("a.xml", abbyy_page(line(letters("A", "-1")) + line(letters("b", "many")))) ==
        Lines{"abbyy|a.xml|a||||A b"});
  CHECK(read("a.xml", "<page><titre>Un loup</titre></page>") == Lines{"!unknown_format"});
}

}  // namespace
}  // namespace hemero
