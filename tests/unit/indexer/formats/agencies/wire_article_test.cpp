#include "indexer/formats/agencies/wire_article.h"

#include <string>
#include <vector>

#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

std::string wire(const std::string& head, const std::string& text, const std::string& time) {
  return "\x01" + head + "\r\n\x02" + text + "\r\n\x03" + time + "\r\n\x7F\x04";
}

Article article_of(const std::string& bytes) {
  auto found = read_wire_message({bytes, "a.txt", "a.txt:1", 0, 0});
  REQUIRE(std::holds_alternative<Article>(found));
  return std::get<Article>(std::move(found));
}

/// "l Lead|h Heading|p Paragraph|d Debris"
std::string outline(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += std::string(text.empty() ? "" : "|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone));
  return text;
}

TEST_CASE("a message of a wire is an article") {
  const Article article =
      article_of(wire("abc061 4 i 211 ccccb   apf 061\r\n\r\nDrôme-loup/",
                      "1ER LEAD\r\nUn loup dans\r\nla vallée\r\nPar Claire Vasseur, à Die =\r\n\r\n"
                      "   Il est tard, mardi soir, dit le gouver-\r\nnement.\r\n   Il est tôt.\r\n\r\n"
                      "# Notebook\r\n- Tél. 1\r\n\r\nclv pl",
                      "131137 GMT Nov 13 "));
  CHECK(article.key == "abc061:2013-11-13T11:37");
  CHECK(article.title == "Un loup dans la vallée");
  CHECK(article.source == "apf");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.keywords == std::vector<std::string>{"Drôme-loup"});
  CHECK(outline(article) ==
        "d 1ER LEAD|p Il est tard, mardi soir, dit le gouvernement.|p Il est tôt.|d # Notebook - Tél. 1|d clv pl|"
        "d abc061 4 i 211 ccccb   apf 061");
}

TEST_CASE("an agency behind a slash, a month of another language, no headline sign") {
  const Article article =
      article_of(wire("FRA0123 4 i 0234 FRA /APF-XY12", "Un loup\r\n\r\nIl est tard.", "071341 GMT Okt 15"));
  CHECK(article.source == "APF");
  CHECK(article.title == "Un loup");
  CHECK(to_iso(article.date.value()) == "2015-10-07T13:41");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.");
}

TEST_CASE("a message that breaks off keeps its text") {
  const Article article = article_of("\x01 x1\r\n\x02Un loup =\r\nIl est tard.");
  CHECK(article.key == "a.txt:1");
  CHECK(article.title == "Un loup");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.");
  for (const char* bytes : {"\x01", ""})
    CHECK(std::holds_alternative<Skip>(read_wire_message({bytes, "a.txt", "a.txt:1", 0, 0})));
}

TEST_CASE("charsets of wires") {
  CHECK(decode_wire("l'{t{ {tait l@, mes {l}ves") == "l'été était là, mes élèves");
  CHECK(decode_wire("l'\xC2"
                    "et\xC2"
                    "e \xC1"
                    "a la fran\xCB"
                    "caise \xC3"
                    "etre") == "l'été à la française être");
  CHECK(decode_wire("l'\xE9t\xE9") == "l'été");
  CHECK(decode_wire("l'été") == "l'été");
  CHECK(decode_wire("if (a) { b } else { c }") == "if (a) { b } else { c }");
}

TEST_CASE("messages of a file are read one by one, whatever its name") {
  const TemporaryFolder folder;
  folder.write("a.txt", "\r\n" + wire("x1", "Un =\r\nDeux.", "") + wire("x2", "Trois =\r\nQuatre.", ""));
  std::vector<std::string> titles;
  Source source(list_files({folder.path().string()}).files);
  while (auto item = source.next()) titles.push_back(article_of(std::get<Record>(*item).bytes).title);
  CHECK(titles == std::vector<std::string>{"Un", "Trois"});
}

}  // namespace
}  // namespace hemero
