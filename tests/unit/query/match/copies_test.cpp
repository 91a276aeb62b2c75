#include "query/match/copies.h"

#include <string>

#include "query/answer/searcher.h"
#include "tests/unit/query/press_archive.h"

// Articles with the same text: one of them is shown, all of them are counted.

namespace hemero {
namespace {

const char* const dispatch =
    "Les agents de la compagnie ont voté la grève pour la semaine prochaine, ont annoncé les syndicats lundi soir. "
    "Ils demandent une hausse des salaires et la reprise des embauches dans les gares, fermées une à une depuis dix "
    "ans.";

/// Four texts on a strike: one that four papers print (the last one with another end), one that two print, two others.
std::vector<Piece> press() {
  const std::string longer = std::string(dispatch) + " Le trafic sera réduit dans toute la région.";
  return {
      {.key = "p1", .title = "Grève votée", .text = longer, .date = "2020-01-03", .source = "Paris"},
      {.key = "p2", .title = "La grève, la grève", .text = longer, .date = "2020-01-02", .source = "Lyon"},
      {.key = "p3", .title = "Grève", .text = longer, .date = "2020-01-04", .source = "Lille"},
      {.key = "p4", .title = "Les agents en grève", .text = dispatch, .date = "2020-01-05", .source = "Brest"},
      {.key = "q1", .title = "Fin", .text = "La grève est finie depuis hier.", .date = "2020-02-01", .source = "Paris"},
      {.key = "q2", .title = "La fin", .text = "La grève est finie depuis hier.", .source = "Lyon"},
      {.key = "r", .title = "Trains", .text = "Un train sur deux pendant la grève de jeudi.", .date = "2020-01-06"},
      {.key = "s", .title = "Avis", .text = "Le maire comprend cette grève, dit-il.", .date = "2020-01-07"},
      {.key = "t", .title = "Neige", .text = "La neige tombe depuis mardi.", .date = "2020-01-02"},
  };
}

ArchiveReader& reader() {
  static PressArchive archive(press());
  return archive.reader();
}

Page search(const std::string& text, std::size_t offset = 0, std::size_t limit = 10, bool collapse = true) {
  SearchRequest request;
  request.text = text;
  request.order = SortOrder::oldest;
  request.offset = offset;
  request.limit = limit;
  request.collapse = collapse;
  return Searcher(reader()).search(request);
}

/// "2:p2+3 …": rank, key and other printings of each hit.
std::string shown(const Page& page) {
  std::string text;
  for (const Hit& hit : page.hits) {
    text += (text.empty() ? "" : " ") + std::to_string(hit.rank) + ":" + hit.article.key;
    if (hit.copies) text += "+" + std::to_string(hit.copies->others());
  }
  return text;
}

TEST_CASE("one article of each cluster is shown, all are counted") {
  const struct {
    const char* query;
    std::size_t offset;
    std::size_t limit;
    bool collapse;
    const char* shown;
    std::uint64_t total;
    std::uint64_t texts;
    const char* reason;
  } rows[] = {
      {"grève", 0, 10, true, "1:p2+3 2:r 3:s 4:q1+1", 8, 4, "all of them"},
      {"grève", 0, 2, true, "1:p2+3 2:r", 8, 4, "the first page"},
      {"grève", 2, 2, true, "3:s 4:q1+1", 8, 4, "the next page goes on with the next text"},
      {"grève", 4, 2, true, "", 8, 4, "beyond the end"},
      {"grève", 0, 3, false, "1:p2+3 2:p1+3 3:p3+3", 8, 0, "copies that are not collapsed follow by date"},
      {"grève trafic", 0, 10, true, "1:p2+3 2:q1+1 3:s 4:r", 3, 1, "printings that match in part are not counted"},
      {"grève trafic agents", 0, 10, true, "1:p2+3 2:q1+1 3:s 4:r", 3, 1, "nor shown below one with all of the words"},
      {"grève ET source:Brest", 0, 10, true, "1:p4+3", 1, 1, "but named as printings"},
      {"neige", 0, 10, true, "1:t", 1, 1, "no copies"},
      {"absente", 0, 10, true, "", 0, 0, "no hit"},
  };
  for (const auto& row : rows) {
    INFO(row.query << " from " << row.offset << ": " << row.reason);
    const Page page = search(row.query, row.offset, row.limit, row.collapse);
    CHECK(shown(page) == row.shown);
    CHECK(page.total == row.total);
    CHECK(page.texts.has_value() == row.collapse);
    if (page.texts) CHECK(page.texts->count == row.texts);
    if (page.texts) CHECK(page.texts->exact);
  }
}

TEST_CASE("the best match of a cluster is shown, the earliest publication is named") {
  SearchRequest request;
  request.text = "agents en grève";
  request.collapse = true;
  const Page page = Searcher(reader()).search(request);
  REQUIRE(!page.hits.empty());
  CHECK(page.hits[0].article.key == "p4");
  REQUIRE(page.hits[0].copies);
  CHECK(page.hits[0].copies->count == 4);
  CHECK(page.hits[0].copies->earliest == ArticleId(2));
  CHECK(page.hits[0].copies->source == "Lyon");
  CHECK(to_iso(page.hits[0].copies->date.value()) == "2020-01-02");
}

TEST_CASE("pages of collapsed copies are the whole list") {
  const std::string whole = shown(search("grève OU neige", 0, 100));
  std::string joined;
  for (std::size_t offset = 0; offset < 5; ++offset)
    joined += (joined.empty() ? "" : " ") + shown(search("grève OU neige", offset, 1));
  CHECK(joined == whole);
}

TEST_CASE("a cluster that fills many pages") {
  std::vector<Piece> pieces;
  for (int i = 0; i < 300; ++i)
    pieces.push_back({.key = "k" + std::to_string(i), .text = dispatch, .date = "2020-01-02"});
  pieces.push_back({.key = "other", .text = "La grève des agents dure depuis un mois.", .date = "2021"});
  PressArchive archive(pieces);
  SearchRequest request;
  request.text = "grève agents";
  request.order = SortOrder::oldest;
  request.collapse = true;
  const Page page = Searcher(archive.reader()).search(request);
  CHECK(shown(page) == "1:k0+299 2:other");
  CHECK(page.total == 301);
  CHECK(page.texts->count == 2);
}

}  // namespace
}  // namespace hemero
