#include "query/match/matcher.h"

#include <random>
#include <string>
#include <vector>

#include "query/answer/searcher.h"
#include "tests/support/catch.h"
#include "tests/unit/query/press_archive.h"

// Whether the index makes the checks of a plan or they are made behind it, the same is found.

namespace hemero {
namespace {

/// More texts than are all checked, of a few words in any order.
std::vector<Piece> many_pieces() {
  static const char* const words[] = {"grève",    "grèves",  "Paris",   "paris", "maire", "maires", "élu",  "élus",
                                      "week-end", "weekend", "premier", "1er",   "train", "de",     "gare", "état"};
  std::mt19937 random(7);
  std::vector<Piece> pieces;
  for (int i = 0; i < 2600; ++i) {
    Piece piece{.key = std::to_string(i), .title = "Titre"};
    for (std::size_t left = 2 + random() % 12; left > 0; --left)
      piece.text += std::string(words[random() % std::size(words)]) + (random() % 5 == 0 ? ". " : " ");
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

struct Found {
  std::vector<VersionId> versions;
  std::vector<double> scores;

  bool operator==(const Found&) const = default;
};

Found found_by(Matcher& matcher, const QueryPlan& plan, std::size_t hits, std::size_t count_up_to) {
  Found found;
  for (const IndexHit& hit : matcher.matches(plan, {hits, count_up_to}).hits) {
    found.versions.push_back(hit.version);
    found.scores.push_back(hit.score);
  }
  return found;
}

TEST_CASE("checks find the same where the index makes them and behind it") {
  PressArchive press(many_pieces());
  struct Row {
    const char* query;
    const char* reason;
  };
  const Row rows[] = {
      {"grève", "a word that is exact"},
      {"paris", "a word that must be told from a name"},
      {"\"grève de paris\"", "a phrase that few candidates hold"},
      {"\"train de\"", "one that many hold"},
      {"week-end", "a compound, whose ways are checked each"},
      {"premier maire", "other writings of one word"},
      {"paris OU \"de gare\"", "a check in one of two ways"},
      {"élu NOT \"élu de\"", "a strict one"},
      {"maire titre:paris", "a field"},
      {"train PRÈS/3 gare", "a distance"},
  };
  for (const MatchMode mode : {MatchMode::all, MatchMode::any})
    for (const Row& row : rows)
      for (const std::size_t hits : {std::size_t{10}, std::size_t{120}}) {
        INFO(row.query << ", " << hits << ": " << row.reason);
        SearchRequest request;
        request.text = row.query;
        request.match = mode;
        request.limit = hits;
        const QueryPlan plan = Searcher(press.reader()).plan(request);
        Matcher matcher(request, press.reader());
        const Found by_index = found_by(matcher, plan, hits, 1'000'000);
        CHECK(found_by(matcher, plan, hits, 0) == by_index);
        CHECK(found_by(matcher, plan, hits, 1000) == by_index);
      }
}

TEST_CASE("totals are the same, however they are counted") {
  PressArchive press(many_pieces());
  for (const char* query : {"grève", "paris", "\"train de\"", "week-end", "élu NOT \"élu de\"", "paris OU gare", "-de",
                            "\"grève de paris\"", "grève train gare"}) {
    INFO(query);
    SearchRequest request;
    request.text = query;
    request.match = MatchMode::all;
    request.count_for = std::chrono::hours(1);
    request.collapse = true;
    const QueryPlan plan = Searcher(press.reader()).plan(request);
    Matcher matcher(request, press.reader());
    const IndexPage all = matcher.matches(plan, {10, 1'000'000});
    REQUIRE(all.exact);
    IndexPage page = matcher.matches(plan, {10, 0});
    matcher.count(plan, page);
    CHECK(page.exact);
    CHECK(page.total == all.total);
    CHECK(page.texts == all.texts);
  }
}

}  // namespace
}  // namespace hemero
