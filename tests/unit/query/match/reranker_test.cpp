#include "query/match/reranker.h"

#include <optional>

#include "query/answer/searcher.h"
#include "tests/support/catch.h"
#include "tests/unit/query/press_archive.h"

// Which of two articles comes first, all else being equal: they have the same words of the query in any form.

namespace hemero {
namespace {

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "mot" + std::to_string(i) + " ";
  return text;
}

struct Row {
  const char* query;
  const char* first;
  const char* second;
  const char* reason;
};

std::string best(const Row& row, MatchMode match) {
  // The better one is added last, so that equal scores would put it second.
  PressArchive press({{.key = "second", .text = row.second},
                      {.key = "first", .text = row.first},
                      {.key = "other", .text = "Un tout autre sujet, sans rapport."}});
  SearchRequest request;
  request.text = row.query;
  request.match = match;
  const Page page = Searcher(press.reader()).search(request);
  REQUIRE(page.hits.size() == 2);
  CHECK(page.hits[0].score > page.hits[1].score);
  return page.hits[0].article.key;
}

TEST_CASE("of two articles with the same words the better one comes first") {
  const Row rows[] = {
      {"députées", "Les députées votent la loi.", "Les députés votent la loi.", "the form that was typed"},
      {"deputee", "Une députée vote la loi.", "Un député vote la loi.", "typed without its accents"},
      {"gilets jaunes", "Des gilets jaunes et des fleurs bleues.", "Des gilets bleus et des fleurs jaunes.",
       "words side by side"},
      {"jaunes gilets", "Les jaunes gilets et des sacs noirs.", "Les gilets jaunes et des sacs noirs.",
       "in that order"},
      {"ministre intérieur", "Le ministre de l'intérieur parle hier.", "À l'intérieur un vieux ministre parle hier.",
       "with words of grammar in between"},
  };
  for (const Row& row : rows) {
    INFO(row.query << ": " << row.reason);
    CHECK(best(row, MatchMode::all) == "first");
    CHECK(best(row, MatchMode::any) == "first");
  }
}

TEST_CASE("a word at the beginning is worth more than one at the end") {
  const std::string early = "La grève commence. " + filler(200);
  const std::string late = filler(200) + "La grève commence.";
  CHECK(best({"grève", early.c_str(), late.c_str(), ""}, MatchMode::all) == "first");
}

TEST_CASE("an article with more of the words comes before one with one of them often") {
  const Row row{"grève sncf retraites", "La grève à la SNCF, les retraites.", "La grève, la grève, encore la grève.",
                ""};
  CHECK(best(row, MatchMode::any) == "first");
}

TEST_CASE("words of grammar count for less") {
  const Row row{"comment grève", "La grève, ce jour.", "On sait comment, ce jour.", ""};
  CHECK(best(row, MatchMode::any) == "first");
}

TEST_CASE("the parts of a score are told when asked for, and are the score") {
  PressArchive press({{.key = "a", .text = "Les gilets jaunes défilent."}, {.key = "b", .text = "Rien à voir."}});
  SearchRequest request;
  request.text = "gilet jaunes";
  CHECK_FALSE(Searcher(press.reader()).search(request).hits.at(0).parts);
  request.explain = true;
  const Hit hit = Searcher(press.reader()).search(request).hits.at(0);
  REQUIRE(hit.parts);
  CHECK(hit.parts->terms > 0);
  CHECK(hit.parts->exact > 0);
  CHECK(hit.parts->order > 0);
  CHECK(hit.parts->early > 0);
  CHECK(hit.parts->coverage > 0);
  CHECK(hit.parts->recency == 1);
  CHECK(hit.parts->total() == hit.score);
}

TEST_CASE("with a half-life a new article comes before a slightly better old one") {
  PressArchive press({{.key = "old", .text = "La grève, la grève.", .date = "2015-01-01"},
                      {.key = "new", .text = "La grève, la suite.", .date = "2021-01-01"},
                      {.key = "undated", .text = "La grève, la suite."}});
  const auto order = [&](std::optional<double> half_life) {
    SearchRequest request;
    request.text = "grève";
    request.half_life = half_life;
    std::string keys;
    for (const Hit& hit : Searcher(press.reader()).search(request).hits) keys += hit.article.key + " ";
    return keys;
  };
  CHECK(order(std::nullopt) == "old new undated ");
  CHECK(order(365) == "new old undated ");
}

TEST_CASE("pages continue each other") {
  std::vector<Piece> pieces;
  for (int i = 0; i < 250; ++i)
    pieces.push_back(
        {.key = "k" + std::to_string(i), .text = "La grève " + filler(i % 17) + (i % 3 == 0 ? "grèves" : "")});
  PressArchive press(pieces);
  const auto keys = [&](std::size_t offset, std::size_t limit) {
    SearchRequest request;
    request.text = "grève";
    request.offset = offset;
    request.limit = limit;
    std::vector<std::string> found;
    for (const Hit& hit : Searcher(press.reader()).search(request).hits) found.push_back(hit.article.key);
    return found;
  };
  const auto all = keys(0, 250);
  REQUIRE(all.size() == 250);
  for (const std::size_t offset : {0U, 7U, 95U, 100U, 240U}) {
    const auto page = keys(offset, 10);
    CHECK(std::equal(page.begin(), page.end(), all.begin() + static_cast<std::ptrdiff_t>(offset)));
  }
}

}  // namespace
}  // namespace hemero
