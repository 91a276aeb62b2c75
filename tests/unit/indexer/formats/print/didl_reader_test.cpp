#include "indexer/formats/print/didl_reader.h"

#include <string>
#include <vector>

#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Lines = std::vector<std::string>;

Lines read(const std::string& path) {
  Lines found;
  Source source(list_files({path}).files);
  while (auto item = source.next()) {
    const auto* record = std::get_if<Record>(&*item);
    if (record == nullptr) {
      found.push_back("!" + std::get<Skip>(*item).reason);
      continue;
    }
    const Article& article = *record->printed;
    found.push_back(article.key + "|" + article.title + "|" + article.source + "|" +
                    (article.date ? to_iso(*article.date) : "") + "|" + joined_zones(article, std::nullopt));
  }
  return found;
}

std::string component(const std::string& id, const std::string& resource) {
  return "<didl:Component dc:identifier=\"ddd:1:mpeg21:" + id +
         "\"><didl:Descriptor><didl:Statement mimeType=\"text/plain\">x</didl:Statement></didl:Descriptor>" + resource +
         "</didl:Component>";
}

std::string data(const std::string& lines) {
  return "<didl:Resource mimeType=\"text/xml\"><srw_dc:dcx>" + lines + "</srw_dc:dcx></didl:Resource>";
}

std::string file(const std::string& name) {
  return "<didl:Resource mimeType=\"text/xml\" ref=\"http://library.example/1\" dcx:filename=\"" + name + "\"/>";
}

std::string didl(const std::string& components) {
  return "<didl:DIDL xmlns:didl=\"urn:mpeg:mpeg21:2002:02-DIDL-NS\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:dcx=\"http://library.example/terms\" xmlns:srw_dc=\"info:srw/schema/1/dc-v1.1\"><didl:Item "
         "dc:identifier=\"ddd:1:mpeg21\">" +
         component("metadata", data("<dc:title>L’Écho</dc:title><dc:date>1813-11-16</dc:date><dc:language>fr"
                                    "</dc:language>")) +
         components + "</didl:Item></didl:DIDL>";
}

const std::string issue =
    didl("<didl:Item>" + component("p001:alto", file("1_alto.xml")) +
         component("p001:a0001:metadata", data("<dc:title>Un lou-</dc:title>")) + "</didl:Item>" +
         component("a0001:ocr", file("1_text.xml")) +
         component("a0001:metadata", data("<dc:subject>artikel</dc:subject><dc:title>Un loup</dc:title>"
                                          "<dc:identifier>http://library.example/a1</dc:identifier>")));

const std::string text =
    "<?xml version=\"1.0\"?>\n<text>\n<title></title>\n<p>Le gouver- nement parle.</p><p>Fin.</p></text>";
const std::string alto =
    "<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT='Le'/></TextLine></TextBlock></PrintSpace>"
    "</Page></Layout></alto>";

TEST_CASE("a DIDL file names the articles whose texts stand beside it, and no page comes twice") {
  const TemporaryFolder folder;
  folder.write("a/didl.xml", issue);
  folder.write("a/1_text.xml", text);
  folder.write("a/1_alto.xml", alto);
  CHECK(read(folder.path().string()) ==
        Lines{"http://library.example/a1|Un loup|L’Écho|1813-11-16|Le gouvernement parle.\nFin."});
}

TEST_CASE("a text that no DIDL file speaks for is an article") {
  const TemporaryFolder folder;
  folder.write("1813/11/16/1_text.xml", text);
  CHECK(read(folder.path().string()) == Lines{"1813/11/16/1_text.xml|||1813-11-16|Le gouvernement parle.\nFin."});
}

TEST_CASE("texts that are missing, outside or cut, and DIDL files that are broken harm nobody") {
  const TemporaryFolder folder;
  folder.write("secret.xml", text);
  folder.write("a/didl.xml", issue);
  CHECK(read((folder.path() / "a").string()) == Lines{"!unreadable"});
  folder.write("a/didl.xml", didl(component("a0001:ocr", file("../secret.xml"))));
  CHECK(read((folder.path() / "a").string()) == Lines{"!unreadable"});
  folder.write("a/didl.xml", didl(component("a0001:ocr", "") + component("a0001:ocr", file("")) + component("", "")));
  CHECK(read((folder.path() / "a").string()) == Lines{"!no_text"});
  folder.write("a/didl.xml", didl(component("a0001:metadata", data(""))));
  CHECK(read((folder.path() / "a").string()) == Lines{"!no_text"});
  folder.write("a/t.xml", text);
  folder.write("a/didl.xml", didl(component("a0001:ocr", file("t.xml")) + component("a0002:ocr", file("t.xml"))));
  CHECK(read((folder.path() / "a").string()).size() == 2);
  CHECK(read((folder.path() / "a").string()).back() == "!no_text");
  folder.write("a/didl.xml", issue.substr(0, issue.size() - 30));
  folder.write("a/1_text.xml", text.substr(0, 60));
  CHECK(read((folder.path() / "a").string()).front() == "!broken_xml");
}

}  // namespace
}  // namespace hemero
