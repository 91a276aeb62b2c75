#include "query/match/similar.h"

#include <algorithm>
#include <string>

#include "tests/unit/query/press_archive.h"

namespace hemero {
namespace {

std::vector<Piece> press() {
  std::vector<Piece> pieces{
      {.key = "pit", .title = "Le puits du lynx", .text = "Un lynx boréal est tombé dans un puits de la réserve."},
      {.key = "pit2", .title = "Lynx", .text = "Un lynx boréal est tombé dans un puits de la réserve."},
      {.key = "lynx", .title = "Lynx", .text = "Le lynx boréal quitte la réserve, dit le garde."},
      {.key = "lynx2", .title = "Autre titre", .text = "Le lynx boréal quitte la réserve, dit le garde."},
      {.key = "well", .title = "Sécheresse", .text = "Les puits sont à sec, dit le maire."},
      {.key = "vote", .title = "Vote", .text = "Le maire a voté contre, dit le préfet."},
      {.key = "alone", .title = "Zinzolin", .text = "Périhélie, apogée."},
      {.key = "empty", .title = "", .text = ""},
  };
  for (int i = 0; i < 20; ++i)
    pieces.push_back({.key = "x" + std::to_string(i), .text = "Dit le témoin numéro " + std::to_string(i)});
  return pieces;
}

ArchiveReader& reader() {
  static PressArchive archive(press());
  return archive.reader();
}

StoredArticle article(const std::string& key) {
  for (std::uint32_t id = 1;; ++id)
    if (auto stored = reader().articles().article(ArticleId(id)).value(); stored.article.key == key) return stored;
}

std::string similar_to(const std::string& key, std::size_t limit = 10) {
  std::string keys;
  for (const Hit& hit : similar_articles(article(key), reader(), limit))
    keys += (keys.empty() ? "" : " ") + hit.article.key;
  return keys;
}

TEST_CASE("similar articles share what tells most about an article") {
  const struct {
    const char* key;
    std::size_t limit;
    const char* similar;
    const char* reason;
  } rows[] = {
      {"pit", 10, "lynx well", "neither itself nor its copy; of copies one"},
      {"pit2", 10, "lynx well", "its copy has the same ones"},
      {"pit", 1, "lynx", "as many as asked for"},
      {"well", 10, "pit vote", "a word that most articles print tells nothing"},
      {"alone", 10, "", "words that nobody else prints"},
      {"empty", 10, "", "no words"},
  };
  for (const auto& row : rows) {
    INFO(row.key << ": " << row.reason);
    CHECK(similar_to(row.key, row.limit) == row.similar);
  }
}

TEST_CASE("the telling terms: rare in the archive, frequent in the article, no words of grammar") {
  const auto terms = telling_terms(article("pit").article, reader(), 3);
  REQUIRE(terms.size() == 3);
  CHECK(terms[0].word == "puits");
  CHECK(std::is_sorted(terms.begin(), terms.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; }));
}

}  // namespace
}  // namespace hemero
