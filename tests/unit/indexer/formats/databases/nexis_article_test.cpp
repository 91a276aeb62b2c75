#include "indexer/formats/databases/nexis_article.h"

#include <string>
#include <vector>

#include "indexer/ingest/extractor.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Lines = std::vector<std::string>;

/// The titles of the articles of a file that is called so, "!reason" for what is refused.
Lines titles(const std::string& name, const std::string& bytes) {
  const TemporaryFolder folder;
  folder.write(name, bytes);
  const FolderLines folders({});
  Extractor extractor({}, folders);
  Source source(list_files({folder.path().string()}).files);
  Lines found;
  while (auto item = source.next()) {
    REQUIRE(std::holds_alternative<Record>(*item));
    const auto result = extractor.extract(std::get<Record>(*item));
    const auto* article = std::get_if<Article>(&result);
    found.push_back(article != nullptr ? article->title : "!" + std::get<Skip>(result).reason);
  }
  return found;
}

std::string block(const std::string& text) {
  return "<BR><DIV CLASS=\"c0\"><P CLASS=\"c1\"><SPAN CLASS=\"c2\">" + text + "</SPAN></P>\n</DIV>\n";
}

/// As LexisNexis writes its pages.
std::string document(const std::string& number, const std::string& title) {
  return "<A NAME=\"DOC_ID_0_0\"></A><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n" +
         block(number) + block("Le Courrier") + block("11</SPAN><SPAN CLASS=\"c4\"> août 2021 mercredi") +
         block(title) + block("LONGUEUR: </SPAN><SPAN>143 mots") + block("La digue a cédé.") +
         block("LANGUE: </SPAN><SPAN>FRENCH");
}

const std::string page_head = "<HTML>\n<HEAD>\n<TITLE>&nbsp;</TITLE>\n</HEAD>\n<BODY>\n";

TEST_CASE("a page of LexisNexis holds many articles") {
  CHECK(titles("a.html", page_head + document("1 of 2 DOCUMENTS", "La digue cède") +
                             document("2 of 2 DOCUMENTS", "Le préfet attend")) ==
        Lines{"La digue cède", "Le préfet attend"});
  CHECK(titles("a.html", page_head + document("Document 1 de 2", "La digue cède") + document("Document 2 de 2", "B")) ==
        Lines{"La digue cède", "B"});
}

TEST_CASE("what LexisNexis cannot show is no article") {
  CHECK(titles("a.html", page_head + document("1 of 2 DOCUMENTS", "La digue cède") + block("2 of 2 DOCUMENTS") +
                             block("We are sorry but there is an error in this document.")) ==
        Lines{"La digue cède", "!no_text"});
}

TEST_CASE("LexisNexis as plain text") {
  const std::string text =
      "Download Request: Selected Items: 1-2\n\n\n                  1 of 2 DOCUMENTS\n\n\n          Le Courrier\n\n"
      "       11 août 2021 mercredi\n\nLa digue\ncède\n\nAUTEUR: Claire Vasseur\n\nLONGUEUR: 143 mots\n\n"
      "La digue a cédé dans la nuit, après une\nsemaine de pluie.\n\nLANGUE: FRENCH\n\n"
      "                  2 of 2 DOCUMENTS\n\n        Le Courrier\n\n   12 août 2021 jeudi\n\nLe préfet attend\n\n"
      "LONGUEUR: 5 mots\n\nIl attend.\n";
  CHECK(titles("a.txt", text) == Lines{"La digue cède", "Le préfet attend"});
}

TEST_CASE("a page that shows documents one by one is a page of the web") {
  CHECK(titles("a.html",
               "<html><head><title>Une enquête</title></head><body><h1>Une enquête</h1><p>Document 1 de 2</p>"
               "<p>Il est tard, mardi soir, et la rivière monte.</p></body></html>") == Lines{"Une enquête"});
}

}  // namespace
}  // namespace hemero
