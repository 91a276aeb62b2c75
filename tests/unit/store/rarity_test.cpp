#include "common/store/index/rarity.h"

#include <map>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Kind = CandidateQuery::Kind;

// Of 100 versions.
const std::map<std::string, std::uint64_t> frequencies{{"a", 50}, {"b", 20}, {"c", 1}, {"every", 100}};

CandidateQuery term(const char* name) { return CandidateQuery::of_term(name); }

CandidateQuery group(Kind kind, std::vector<CandidateQuery> children) {
  return CandidateQuery::group(kind, std::move(children));
}

double found(const CandidateQuery& query) {
  const auto of_term = [](const std::string& name) {
    const auto entry = frequencies.find(name);
    return entry == frequencies.end() ? 0 : entry->second;
  };
  return frequency(query, of_term, 100);
}

struct Row {
  CandidateQuery query;
  double found;
  const char* reason;
};

TEST_CASE("how many versions hold what a query asks for") {
  const Row rows[] = {
      {term("a"), 50, "what the index says"},
      {term("unknown"), 0, ""},
      {CandidateQuery{}, 0, "nothing is found nowhere"},
      {CandidateQuery::everything(), 100, ""},
      {group(Kind::synonym, {term("a"), term("b")}), 60, "half of all, and a fifth of the other half"},
      {group(Kind::any, {term("b"), term("a")}), 60, ""},
      {group(Kind::best, {term("every"), term("a")}), 100, "never more than there are"},
      {group(Kind::all, {term("a"), term("c")}), 1, "the rarest bounds the rest"},
      {group(Kind::maybe, {term("b"), term("a")}), 20, "what only adds to the score finds nothing"},
      {CandidateQuery::scaled(0.3, term("a")), 50, "a weight changes no number"},
      {CandidateQuery::checked(0, term("b")), 20, "checks are left aside"},
      {group(Kind::best, {term("b"), CandidateQuery::scaled(0.2, CandidateQuery::checked(0, term("a")))}), 20,
       "another writing that is checked may be far rarer than its terms"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(found(row.query) == Approx(row.found));
  }
  CHECK(frequency(
            term("a"), [](const std::string&) { return 0; }, 0) == 0);
}

TEST_CASE("the rarer a word, the more it is worth, and never less than nothing") {
  double before = rarity(0, 1000);
  double first_before = first_rarity(0, 1000);
  for (const double frequency : {1, 2, 10, 100, 500, 900, 1000}) {
    const double worth = rarity(frequency, 1000);
    CHECK(worth < before);
    CHECK(worth > 0);
    const double first = first_rarity(frequency, 1000);
    CHECK(first < first_before);
    CHECK(first > 0);
    CHECK(first < worth);
    first_before = first;
    before = worth;
  }
}

}  // namespace
}  // namespace hemero
