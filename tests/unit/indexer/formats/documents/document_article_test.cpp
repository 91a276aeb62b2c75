#include "indexer/formats/documents/document_article.h"

#include <memory>
#include <string>
#include <vector>

#include "indexer/formats/documents/document.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

using Kind = DocumentBlock::Kind;

const std::string body = "Les habitants ont été réveillés par le bruit de l’eau, qui montait dans les rues du village.";
const std::string more = "Le préfet est arrivé à six heures, sous la pluie, et il a promis des renforts avant midi.";

Article article_of(const Document& document, std::uint64_t number = 0, const std::string& key = "a.docx") {
  Record record{{}, "in/" + key, key, number};
  record.document = std::make_shared<const Document>(document);
  Choices choices;
  auto result = read_document_article(record, choices);
  REQUIRE(std::holds_alternative<Article>(result));
  return std::get<Article>(std::move(result));
}

std::vector<DocumentBlock> plain(const std::vector<std::string>& texts) {
  std::vector<DocumentBlock> blocks;
  for (const std::string& text : texts) blocks.push_back({Kind::paragraph, text});
  return blocks;
}

TEST_CASE("the title is what is set so, else a heading above the text, else what the document says, else the form") {
  struct Row {
    Document document;
    std::string title;
    const char* reason;
  };
  const Row rows[] = {
      {{"Fichier de Claire",
        {},
        {},
        {{Kind::heading, "Crue"}, {Kind::title, "La digue a cédé"}, {Kind::paragraph, body}}},
       "La digue a cédé",
       "its style"},
      {{"Fichier de Claire", {}, {}, {{Kind::heading, "La digue a cédé"}, {Kind::paragraph, body}}},
       "La digue a cédé",
       "a heading"},
      {{"La digue a cédé", {}, {}, plain({body, more})}, "La digue a cédé", "the document's title"},
      {{"LA DIGUE A CEDE", {}, {}, plain({"La digue a cédé", body})}, "La digue a cédé", "… as it is printed"},
      {{"Microsoft Word - Digue.doc", {}, {}, plain({"La digue a cédé", body})}, "La digue a cédé", "a file's name"},
      {{"P12_DIGUE.indd", {}, {}, plain({"La digue a cédé", body})}, "La digue a cédé", "a file's name"},
      {{"", {}, {}, plain({"La digue a cédé", body})}, "La digue a cédé", "the form"},
      {{"La digue a cédé", {}, {}, {{Kind::paragraph, body}, {Kind::heading, "Les secours"}, {Kind::paragraph, more}}},
       "La digue a cédé",
       "a heading within the text is no title"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    const Article article = article_of(row.document);
    CHECK(article.title == row.title);
    CHECK(article.text.find(row.title) == std::string::npos);
    CHECK(article.key == "a.docx");
  }
}

TEST_CASE("a byline goes before what the document says, a running head before its date") {
  const Document alone{"La digue a cédé", {"dupont"}, "2020-01-02T10:00:00Z", plain({body})};
  CHECK(article_of(alone).authors == std::vector<std::string>{"dupont"});
  CHECK(to_iso(*article_of(alone).date) == "2020-01-02T10:00");
  Document headed{"La digue a cédé", {}, "2020-01-02", plain({"Le Courrier du Soir - mardi 12 mars 2019", body})};
  headed.blocks.front().kind = Kind::debris;
  CHECK(to_iso(*article_of(headed).date) == "2019-03-12");
  Document signed_one{"La digue a cédé",
                      {"dupont"},
                      "2020-01-02",
                      plain({"Publié le 11 mars 2019 – Par Claire Vasseur", body, "Le Courrier - 12 mars 2019"})};
  signed_one.blocks.back().kind = Kind::debris;
  const Article article = article_of(signed_one);
  CHECK(to_iso(*article.date) == "2019-03-11");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(joined_zones(article, ZoneKind::paragraph) == body);
}

TEST_CASE("the day that a file is called after goes before the one on which it was made") {
  const struct {
    const char* key;
    const char* made;
    const char* date;
    const char* reason;
  } rows[] = {
      {"Le_Courrier_1954-03-02.pdf", "2018-01-18T10:00", "1954-03-02", "a scan"},
      {"19540302_01.pdf", "", "1954-03-02", "nothing else is known"},
      {"1954-03-02.pdf", "1954-03-02T10:00", "1954-03-02T10:00", "the same day"},
      {"2021-03-01/a.pdf", "2018-01-18T10:00", "2018-01-18T10:00", "a folder, in which files of any day may lie"},
      {"a.pdf", "2018-01-18T10:00", "2018-01-18T10:00", "no day"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(to_iso(*article_of({"", {}, row.made, plain({"La digue a cédé", body})}, 0, row.key).date) == row.date);
  }
}

TEST_CASE("headings stay headings, known lines and running heads are debris") {
  const Article article = article_of({"",
                                      {},
                                      {},
                                      {{Kind::title, "La digue a cédé"},
                                       {Kind::paragraph, body},
                                       {Kind::heading, "Les secours"},
                                       {Kind::paragraph, more},
                                       {Kind::paragraph, "Lire aussi"},
                                       {Kind::debris, "12"}}});
  CHECK(joined_zones(article, ZoneKind::heading) == "Les secours");
  CHECK(joined_zones(article, ZoneKind::paragraph) == body + "\n" + more);
  CHECK(joined_zones(article, ZoneKind::debris) == "Lire aussi\n12");
}

TEST_CASE("a document without text is refused") {
  Record record{{}, "a.docx", "a.docx"};
  record.document = std::make_shared<const Document>();
  Choices choices;
  const auto result = read_document_article(record, choices);
  REQUIRE(std::holds_alternative<Skip>(result));
  CHECK(std::get<Skip>(result).reason == reason::no_text);
}

TEST_CASE("a delivery of Nexis is cut into its articles, and its list is none") {
  Document delivery;
  delivery.blocks = plain({"Documents (2)", "1. La digue a cédé", "La digue a cédé", "Body", "Il pleut.",
                           "End of Document", "Le pont tient", "Body", "Il neige.", "End of Document", "Page 3"});
  delivery.blocks[2].begins_section = delivery.blocks[6].begins_section = true;
  const auto documents = cut_deliveries(delivery);
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].blocks.front().text == "La digue a cédé");
  CHECK(documents[1].blocks.front().text == "Le pont tient");
  CHECK(documents[1].blocks.back().text == "Il neige.");
  CHECK(cut_deliveries({"", {}, {}, plain({"Un", "Deux"})}).front().blocks.size() == 2);
  CHECK(cut_deliveries({}).size() == 1);
}

}  // namespace
}  // namespace hemero
