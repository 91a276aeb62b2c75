#include "indexer/formats/print/olive_article.h"

#include <string>
#include <vector>

#include "indexer/ingest/extractor.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

std::vector<Article> read(const std::string& bytes) {
  const TemporaryFolder folder;
  folder.write("Ar00101.xml", bytes);
  folder.write("TOC.xml", "<Xmd_toc PUBLICATION=\"ECHO\"><Body_np/></Xmd_toc>");
  folder.write("Pg001.xml", "<XMD-PAGE><Meta/></XMD-PAGE>");
  const FolderLines folders({});
  Extractor extractor({}, folders);
  Source source(list_files({folder.path().string()}).files);
  std::vector<Article> articles;
  while (auto item = source.next())
    if (const auto* record = std::get_if<Record>(&*item))
      if (auto found = extractor.extract(*record); std::holds_alternative<Article>(found))
        articles.push_back(std::get<Article>(std::move(found)));
  return articles;
}

std::string entity(const std::string& parts, const std::string& href = "ECHO/1900/01/02") {
  return "<?xml version=\"1.0\" encoding=\"windows-1252\" standalone=\"no\"?>\n<XMD-entity ENTITY_TYPE=\"Article\" "
         "DOC_UID=\"ECHO_02/01/1900\" ID=\"Ar00101\" LANGUAGE=\"French\">\n<Meta NAME=\"UN LOUP\" BASE_HREF=\"" +
         href + "\" PUBLICATION=\"ECHO\" SECTION=\"Drôme\" ISSUE_DATE=\"02/01/1900\"/>\n<DataFiles/>" + parts +
         "</XMD-entity>";
}

std::string words(const std::string& list) {
  return "<Primitive BOX=\"1 2 3 4\"><L BOX=\"1\"/>" + list + "</Primitive>";
}

TEST_CASE("an entity of Olive is an article, its pages and contents are none") {
  const auto articles = read(
      entity("<HedLine_hl1>" + words("<W>UN</W><W>LOUP</W>") + "</HedLine_hl1><HedLine_hl2>" +
             words("<W>La</W><W>nuit</W>") + "</HedLine_hl2><Content>" +
             words("<W>Il</W><W NS=\"y\">est</W><W>,</W><Q QID=\"1\">dit</Q><Q LH=\"y\" QID=\"1\">-</Q><L/><q NS=\"y\" "
                   "QID=\"1\">il</q><QW QID=\"1\">dit-il</QW><W>,</W>") +
             words("<W>tard.</W><L P=\"S\"/><W>Il</W><W>pleut.</W>") + "</Content>"));
  REQUIRE(articles.size() == 1);
  const Article& article = articles.front();
  CHECK(article.key == "ECHO_02/01/1900#Ar00101");
  CHECK(article.title == "UN LOUP");
  CHECK(article.source == "ECHO");
  CHECK(article.section == "Drôme");
  CHECK(article.language == "fr");
  CHECK(to_iso(article.date.value()) == "1900-01-02");
  CHECK(joined_zones(article, ZoneKind::heading) == "La nuit");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est, dit-il, tard.\nIl pleut.");
}

TEST_CASE("the day of an issue where no folder tells it") {
  CHECK(to_iso(read(entity("", "ECHO")).front().date.value()) == "1900-01-02");
}

TEST_CASE("entities that are cut or empty harm nobody") {
  CHECK(read("<XMD-entity/>").empty());
  CHECK(read("<XMD-entity><Byline/><Content><q/><QW/><L P=\"S\"/></Content></XMD-entity>").empty());
  CHECK(read("<XMD-entity><Content><W>").empty());
}

}  // namespace
}  // namespace hemero
