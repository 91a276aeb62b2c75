#include "indexer/formats/print/mets_links.h"

#include <string>
#include <vector>

#include "indexer/formats/print/print_reader.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Lines = std::vector<std::string>;

/// A block of words, each with an id: "b1" has b1_0, b1_1, … and the same number of lines.
std::string block(const std::string& id, const Lines& words) {
  std::string text = "<TextBlock ID='" + id + "'>";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string number = id + "_" + std::to_string(i);
    text += "<TextLine ID='l" + number + "'><String ID='" + number + "' CONTENT='" + words[i] + "'/></TextLine>";
  }
  return text + "</TextBlock>";
}

std::string page(const std::string& blocks) {
  return "<alto><Layout><Page ID='P'><PrintSpace>" + blocks + "</PrintSpace></Page></Layout></alto>";
}

/// An issue of one page (the file "alto") in which "art1" and "art2" are articles.
std::string mets(const std::string& path, const std::string& physical, const std::string& links) {
  return "<mets xmlns='http://www.loc.gov/METS/' xmlns:xlink='http://www.w3.org/1999/xlink'><fileSec><fileGrp>"
         "<file ID='image' MIMETYPE='image/jp2'><FLocat xlink:href='1.jp2'/></file>"
         "<file ID='alto' MIMETYPE='text/xml'><FLocat xlink:href='" +
         path + "'/></file></fileGrp></fileSec><structMap TYPE='LOGICAL'><div ID='log' TYPE='ISSUE'>" +
         "<div ID='art1' TYPE='ARTICLE' LABEL='Un loup'/><div ID='art2' TYPE='article' LABEL='La crue'/></div>"
         "</structMap><structMap TYPE='PHYSICAL'><div ID='phys' TYPE='physSequence'><div ID='p1' TYPE='page'>"
         "<fptr FILEID='image'/>" +
         physical + "</div></div></structMap><structLink>" + links + "</structLink></mets>";
}

std::string division(const std::string& id, const std::string& begin, const std::string& end = "") {
  return "<div ID='" + id + "'><fptr><area FILEID='image' SHAPE='RECT' COORDS='1,2,3,4'/></fptr><fptr>" +
         "<area FILEID='alto' BEGIN='" + begin + "'" + (end.empty() ? "" : " END='" + end + "'") + "/></fptr></div>";
}

std::string link(const std::string& from, const std::string& to) {
  return "<smLink xlink:from='" + from + "' xlink:to='" + to + "'/>";
}

std::string group(const std::string& from, const Lines& to) {
  std::string text = "<smLinkGrp><smLocatorLink xlink:href='#" + from + "' xlink:label='article'/>";
  for (const std::string& id : to)
    text += "<smLocatorLink xlink:href='#" + id + "' xlink:label='area " + id +
            "'/><smArcLink xlink:from='article' xlink:to='area " + id + "'/>";
  return text + "</smLinkGrp>";
}

const std::string two_blocks = page(block("b1", {"Il", "est", "tard."}) + block("b2", {"Il", "pleut."}));

/// "title|paragraph|…" for each article of an issue.
Lines articles(const std::string& issue, const std::string& alto = two_blocks, const std::string& name = "1.xml") {
  const TemporaryFolder folder;
  folder.write("mets.xml", issue);
  folder.write(name, alto);
  Lines found;
  Source source(list_files({folder.path().string()}).files);
  while (auto item = source.next()) {
    const auto* record = std::get_if<Record>(&*item);
    found.push_back(record == nullptr ? "!" + std::get<Skip>(*item).reason : record->printed->title);
    if (record == nullptr) continue;
    for (const Zone& zone : record->printed->zones) found.back() += "|" + std::string(record->printed->zone_text(zone));
  }
  return found;
}

const Lines both{"Un loup|Il est tard.", "La crue|Il pleut."};

TEST_CASE("structLink tells which physical divisions an article has") {
  const std::string physical = division("pa1", "b1") + division("pa2", "b2");
  CHECK(articles(mets("1.xml", physical, link("art1", "pa1") + link("art2", "pa2"))) == both);
  CHECK(articles(mets("1.xml", physical, group("art1", {"pa1"}) + group("art2", {"pa2"}))) == both);
  CHECK(articles(mets("1.xml", physical, link("#art1", "#pa1") + group("art2", {"pa2"}))) == both);
}

TEST_CASE("an article that is linked to a page has what the page's divisions name") {
  CHECK(articles(mets("1.xml", division("pa1", "b1"), link("art1", "p1"))) == Lines{"Un loup|Il est tard.", "La crue"});
}

TEST_CASE("articles that share whole pages cannot be told apart: the page is one") {
  CHECK(articles(mets("1.xml", "<fptr FILEID='alto'/>", link("art1", "p1") + link("art2", "p1"))) ==
        Lines{"|Il est tard.|Il pleut."});
  CHECK(articles(mets("1.xml", "<fptr><area FILEID='alto' BEGIN='P'/></fptr>",
                      link("art1", "p1") + link("art2", "p1"))) == Lines{"|Il est tard.|Il pleut."});
}

TEST_CASE("areas may begin and end at words and at lines") {
  const std::string alto = page(block("b1", {"Il", "est", "tard.", "Il", "pleut.", "Fin."}));
  CHECK(articles(mets("1.xml", division("pa1", "b1_0", "b1_2") + division("pa2", "b1_3", "b1_4"),
                      link("art1", "pa1") + link("art2", "pa2")),
                 alto) == both);
  CHECK(articles(mets("1.xml", division("pa1", "lb1_0", "lb1_2") + division("pa2", "lb1_3", "lb1_4"),
                      link("art1", "pa1") + link("art2", "pa2")),
                 alto) == both);
  CHECK(articles(mets("1.xml", division("pa1", "b1_5", "b1_5"), link("art1", "pa1")), alto).front() == "Un loup|Fin.");
  CHECK(articles(mets("1.xml", division("pa1", "b1_1", "b2_0"), link("art1", "pa1"))).front() ==
        "Un loup|est tard.|Il");
}

TEST_CASE("pages that are packed, or stand beside the METS file") {
  const std::string physical = division("pa1", "b1") + division("pa2", "b2");
  const std::string links = link("art1", "pa1") + link("art2", "pa2");
  CHECK(articles(mets("1.xml", physical, links), two_blocks, "1.xml.gz") == both);
  CHECK(articles(mets("https://library.example/4711/1.xml?download=1", physical, links)) == both);
  CHECK(articles(mets("../ocr/1.xml", physical, links), two_blocks, "1.xml.zst") == both);
  CHECK(articles(mets("2.xml", physical, links)) ==
        Lines{"1|Il est tard.|Il pleut.", "!unreadable", "Un loup", "La crue"});
}

TEST_CASE("links that lead nowhere, in circles or everywhere harm nobody") {
  const std::string physical = division("pa1", "b1");
  CHECK(articles(mets("1.xml", physical, link("art1", "none") + link("", "") + link("pa1", "art1"))).size() == 2);
  CHECK(articles(mets("1.xml", physical, link("art1", "art1") + link("art1", "art2") + link("art2", "log"))).size() ==
        2);
  std::string many = "<smLinkGrp>";
  for (int i = 0; i < 1'000; ++i) many += "<smLocatorLink xlink:href='#art1' xlink:label='a'/>";
  for (int i = 0; i < 1'000; ++i) many += "<smArcLink xlink:from='a' xlink:to='a'/>";
  CHECK(articles(mets("1.xml", physical, many + "</smLinkGrp>")).size() == 2);
}

}  // namespace
}  // namespace hemero
