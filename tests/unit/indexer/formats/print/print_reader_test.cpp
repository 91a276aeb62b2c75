#include "indexer/formats/print/print_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Lines = std::vector<std::string>;

std::string block(const std::string& id, const std::string& text) {
  return "<TextBlock ID='" + id + "'><TextLine><String WC='0.8' CONTENT='" + text + "'/></TextLine></TextBlock>";
}

std::string page(const std::string& blocks) {
  return "<alto><Layout><Page ID='P' PHYSICAL_IMG_NR='1'><PrintSpace>" + blocks +
         "</PrintSpace></Page></Layout></alto>";
}

std::string area(const std::string& file, const std::string& begin) {
  return "<fptr><area BETYPE='IDREF' FILEID='" + file + "' BEGIN='" + begin + "'/></fptr>";
}

std::string mets(const std::string& references, const std::string& structure) {
  return "<mets:mets xmlns:mets='http://www.loc.gov/METS/' xmlns='http://www.loc.gov/METS/' "
         "xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:m='http://www.loc.gov/mods/v3'>"
         "<dmdSec ID='I'><mdWrap><xmlData><m:mods><m:titleInfo><m:nonSort>L’</m:nonSort><m:title>Écho</m:title>"
         "</m:titleInfo><m:originInfo><m:dateIssued>01.08.1821</m:dateIssued></m:originInfo></m:mods></xmlData></"
         "mdWrap>"
         "</dmdSec><dmdSec ID='A1'><mdWrap><xmlData><m:mods><m:titleInfo><m:title>Un "
         "loup</m:title></m:titleInfo><m:name>"
         "<m:namePart type='given'>Claire</m:namePart><m:namePart type='family'>Vasseur.</m:namePart></m:name></m:mods>"
         "</xmlData></mdWrap></dmdSec><fileSec><fileGrp USE='ocr'>" +
         references + "</fileGrp></fileSec>" + structure + "</mets:mets>";
}

std::string file(const std::string& id, const std::string& path) {
  return "<file ID='" + id + "'><FLocat xlink:href='" + path + "'/></file>";
}

std::string logical() {
  return "<structMap TYPE='LOGICAL'><div TYPE='ISSUE' DMDID='I'><div TYPE='TITLE_SECTION'>" + area("F1", "B0") +
         "</div><div TYPE='SECTION' LABEL='Campagne'><div TYPE='HEADING'>" + area("F1", "B1") +
         "</div><div TYPE='ARTICLE' ID='D1' DMDID='A1'><div TYPE='HEADING'><div TYPE='TITLE'>" + area("F1", "B2") +
         "</div><div TYPE='SUBHEADLINE'>" + area("F1", "B3") + "</div></div><div TYPE='BODY'>" + area("F1", "B4") +
         "<div TYPE='TITLE'>" + area("F1", "B5") + "</div>" + area("F2", "B6") + "<div TYPE='AUTHOR'>" +
         area("F2", "B7") + "</div></div></div></div></div></structMap>";
}

std::string first_page() {
  return page(block("B0", "ÉCHO") + block("B1", "Campagne") + block("B2", "UN LOUP") + block("B3", "La nuit") +
              block("B4", "Il est tard.") + block("B5", "Le jour"));
}

std::string second_page(const std::string& more = "") {
  return page(block("B6", "Il est tôt.") + block("B7", "Cl. V.") + more);
}

/// What a folder gives: "key|title|zones" for an article, "!reason" for a skip.
Lines read(const std::vector<std::string>& paths) {
  Lines lines;
  Source source(list_files(paths).files);
  while (auto item = source.next()) {
    if (const auto* skip = std::get_if<Skip>(&*item)) {
      lines.push_back("!" + skip->reason);
      continue;
    }
    const auto& record = std::get<Record>(*item);
    REQUIRE(record.printed);
    const Article& article = *record.printed;
    std::string line = article.key + "|" + article.title;
    for (const Zone& zone : article.zones)
      (line += "|").append({"lhpd"[static_cast<std::size_t>(zone.kind)], ' '}).append(article.zone_text(zone));
    lines.push_back(line);
  }
  return lines;
}

TEST_CASE("an article of an issue is put together out of its blocks") {
  const TemporaryFolder folder;
  folder.write("issue/mets.xml", mets(file("F1", "file://./alto/1.xml") + file("F2", "alto\\2.xml"), logical()));
  folder.write("issue/alto/1.xml", first_page());
  folder.write("issue/alto/2.xml", second_page());
  Source source(list_files({folder.path().string()}).files);
  const auto item = source.next();
  REQUIRE(item);
  const auto& printed = *std::get<Record>(*item).printed;
  CHECK(printed.key == "issue/mets.xml#D1");
  CHECK(printed.title == "Un loup");
  CHECK(printed.authors == Lines{"Claire Vasseur"});
  CHECK(printed.source == "L’Écho");
  CHECK(printed.section == "Campagne");
  CHECK(to_iso(printed.date.value()) == "1821-08-01");
  CHECK(printed.ocr_confidence == 0.8);
  CHECK_FALSE(source.next());
}

TEST_CASE("headings that the title repeats stand there only, the others in the text") {
  const TemporaryFolder folder;
  folder.write("mets.xml", mets(file("F1", "1.xml") + file("F2", "2.xml"), logical()));
  folder.write("1.xml", first_page());
  folder.write("2.xml", second_page());
  CHECK(read({folder.path().string()}) ==
        Lines{"mets.xml#D1|Un loup|h La nuit|p Il est tard.|h Le jour|p Il est tôt.|d Cl. V."});
}

TEST_CASE("what no article holds is kept as one more, page numbers are not") {
  const std::string rest(200, 'x');
  const TemporaryFolder folder;
  folder.write("mets.xml", mets(file("F1", "1.xml") + file("F2", "2.xml"), logical()));
  folder.write("1.xml", first_page());
  folder.write("2.xml", second_page(block("B9", "( 2 )")));
  CHECK(read({folder.path().string()}).size() == 1);
  folder.write("2.xml", second_page(block("B9", rest)));
  CHECK(read({folder.path().string()}).at(1) == "mets.xml|L’Écho, 1821-08-01, p. 1|p " + rest);
}

TEST_CASE("without articles each page is one; the METS file that knows articles goes first") {
  const std::string pages =
      "<structMap TYPE='physical'><div DMDID='I'><div ORDER='7'><fptr FILEID='F1'/></div></div></structMap>";
  const TemporaryFolder folder;
  folder.write("a/manifest.xml", mets(file("F1", "ocr/1.xml") + file("F2", "ocr/2.xml"), pages));
  folder.write("a/ocr/1.xml", first_page());
  folder.write("a/ocr/2.xml", second_page());
  CHECK(
      read({folder.path().string()}) ==
      Lines{"a/manifest.xml#F1|L’Écho, 1821-08-01, p. 7|p ÉCHO|p Campagne|p UN LOUP|p La nuit|p Il est tard.|p Le jour",
            "a/manifest.xml#F2|L’Écho, 1821-08-01, p. 1|p Il est tôt.|p Cl. V."});
  folder.write("a/toc/toc.xml", mets(file("F1", "../ocr/1.xml") + file("F2", "../ocr/2.xml"), logical()));
  CHECK(read({folder.path().string()}) ==
        Lines{"a/toc/toc.xml#D1|Un loup|h La nuit|p Il est tard.|h Le jour|p Il est tôt.|d Cl. V."});
}

TEST_CASE("a page is read alone when nothing speaks for it, or when it is named") {
  const TemporaryFolder folder;
  folder.write("b/1.xml", second_page());
  CHECK(read({folder.path().string()}) == Lines{"b/1.xml|1, p. 1|p Il est tôt.|p Cl. V."});
  folder.write("b/mets.xml", mets(file("F1", "1.xml"), ""));
  CHECK(read({(folder.path() / "b/1.xml").string()}).size() == 1);
  CHECK(read({folder.path().string()}).size() == 1);
}

/// A METS file that says nothing but where the articles are.
std::string bare_mets(const std::string& articles) {
  return "<mets xmlns:xlink='http://www.w3.org/1999/xlink'><fileSec><fileGrp>" + file("F1", "1.xml") +
         "</fileGrp></fileSec><structMap><div TYPE='ISSUE'>" + articles + "</div></structMap></mets>";
}

TEST_CASE("newspaper and day are those of the folder where the METS file says none") {
  const TemporaryFolder folder;
  folder.write("L’Écho/18210801_01/18210801_01-METS.xml",
               bare_mets("<div TYPE='Article' ID='D1' LABEL='Untitled Article'>" + area("F1", "B4") +
                         "</div><div TYPE='Ad' ID='D2' LABEL='Untitled'>" + area("F1", "B5") + "</div>"));
  folder.write("L’Écho/18210801_01/1.xml", first_page());
  CHECK(read({folder.path().string()}) ==
        Lines{"L’Écho/18210801_01/18210801_01-METS.xml#D1|L’Écho, 1821-08-01, p. 1|p Il est tard.",
              "L’Écho/18210801_01/18210801_01-METS.xml#D2|L’Écho, 1821-08-01, p. 1|p Le jour"});
}

TEST_CASE("PDFs that a METS file names beside its pages are passed over, unless the pages are missing") {
  const TemporaryFolder folder;
  folder.write("issue/mets.xml", mets(file("F1", "alto/1.xml") + file("P1", "pdf/1.pdf"), ""));
  folder.write("issue/pdf/1.pdf", "%PDF-1.4");
  CHECK(read({folder.path().string()}).size() == 2);
  folder.write("issue/alto/1.xml", second_page());
  CHECK(read({folder.path().string()}) == Lines{"issue/mets.xml#F1|L’Écho, 1821-08-01, p. 1|p Il est tôt.|p Cl. V."});
  folder.write("other/pdf/1.pdf", "%PDF-1.4");
  CHECK(read({folder.path().string()}).size() == 2);
  CHECK(read({(folder.path() / "issue/pdf/1.pdf").string()}).size() == 1);
}

TEST_CASE("titles that a program cut go on as their headings do") {
  const struct {
    const char* label;
    const char* heading;
    const char* article;
    const char* reason;
  } rows[] = {
      {"Un loup, la val...", "UN LOUP , LA VALLÉE", "Un loup, la valLÉE|p Il est tard.", "cut within a word"},
      {"Un loup…", "Un loup dans la vallée", "Un loup dans la vallée|p Il est tard.", "… and behind one"},
      {"Un loup...", "Un loup", "Un loup...|p Il est tard.", "dots of its own"},
      {"Un loup...", "Une louve", "Un loup...|h Une louve|p Il est tard.", "another heading"},
      {"Un loup", "Un loup dans la vallée", "Un loup|h Un loup dans la vallée|p Il est tard.", "not cut"},
  };
  const TemporaryFolder folder;
  for (const auto& row : rows) {
    INFO(row.reason);
    folder.write("mets.xml",
                 bare_mets("<div TYPE='ARTICLE' ID='D1' LABEL='" + std::string(row.label) + "'><div TYPE='TITLE'>" +
                           area("F1", "B2") + "</div>" + area("F1", "B4") + "</div>"));
    folder.write("1.xml", page(block("B2", row.heading) + block("B4", "Il est tard.")));
    CHECK(read({folder.path().string()}) == Lines{"mets.xml#D1|" + std::string(row.article)});
  }
}

TEST_CASE("a METS file that names a page over and over makes no flood of articles") {
  std::string divs;
  for (int i = 0; i < 1000; ++i)
    divs += "<div TYPE='ARTICLE'><fptr><area FILEID='F1' BEGIN='B0' END='B5'/></fptr></div>";
  const TemporaryFolder folder;
  folder.write("mets.xml", mets(file("F1", "1.xml"), "<structMap><div>" + divs + "</div></structMap>"));
  folder.write("1.xml", first_page());
  const Lines lines = read({folder.path().string()});
  CHECK(lines.size() == 1000);
  CHECK(std::count(lines.begin(), lines.end(), "!no_text") > 900);
  CHECK(lines.front() != "!no_text");
}

TEST_CASE("nothing outside the folder is opened, and what is missing is told") {
  const TemporaryFolder folder;
  folder.write("secret.xml", second_page());
  for (const std::string& path :
       {std::string("../secret.xml"), (folder.path() / "secret.xml").string(),
        "file://" + (folder.path() / "secret.xml").string(), std::string("http://example.org/secret.xml"),
        std::string("a/../../secret.xml"), std::string("%2e%2e/secret.xml")}) {
    INFO(path);
    folder.write("in/mets.xml", mets(file("F1", path), ""));
    CHECK(read({(folder.path() / "in").string()}) == Lines{"!unreadable"});
    CHECK(read({(folder.path() / "in/mets.xml").string()}) == Lines{"!unreadable"});
  }
  folder.write("in/mets.xml", mets(file("F1", "not-there.xml"), ""));
  CHECK(read({(folder.path() / "in").string()}) == Lines{"!unreadable"});
}

}  // namespace
}  // namespace hemero
