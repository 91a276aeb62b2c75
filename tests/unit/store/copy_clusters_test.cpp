#include "common/store/copies/copy_clusters.h"

#include <algorithm>
#include <random>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Firsts = std::vector<std::size_t>;

/// Two texts that are copies.
struct CopyPair {
  std::size_t earlier = 0;
  std::size_t later = 0;
  double likeness = 0;
};

Firsts firsts_of(std::size_t count, const std::vector<CopyPair>& pairs) {
  return first_texts(count, [&](std::size_t earlier, std::size_t later) {
    for (const CopyPair& pair : pairs)
      if (pair.earlier == earlier && pair.later == later) return pair.likeness;
    return 0.0;
  });
}

TEST_CASE("a text joins the first text that it is most like") {
  const struct {
    std::size_t count;
    std::vector<CopyPair> pairs;
    Firsts firsts;
    const char* reason;
  } rows[] = {
      {0, {}, {}, "nothing"},
      {3, {}, {0, 1, 2}, "no copies"},
      {3, {{0, 2, 1}}, {0, 1, 0}, "two copies"},
      {3, {{0, 1, .7}, {0, 2, .7}}, {0, 0, 0}, "two copies of the first"},
      {3, {{0, 1, .7}, {1, 2, .9}}, {0, 0, 2}, "a copy of a copy, but not of the first"},
      {4, {{0, 1, .7}, {1, 2, .9}, {2, 3, .8}}, {0, 0, 2, 2}, "a chain is cut where it leaves the first"},
      {4, {{0, 3, .7}, {2, 3, .9}}, {0, 1, 2, 2}, "the likest of two first texts"},
      {3, {{1, 2, .8}, {0, 2, .8}}, {0, 1, 0}, "the earliest of equally like ones"},
      {4, {{0, 1, .9}, {1, 3, 1}, {2, 3, .7}}, {0, 0, 2, 2}, "a text that has joined another is no first one"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(firsts_of(row.count, row.pairs) == row.firsts);
  }
}

TEST_CASE("all of a cluster are copies of its first text, and first texts are no copies of one another") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t count = 2 + random() % 12;
    std::vector<CopyPair> pairs;
    for (std::size_t later = 1; later < count; ++later)
      for (std::size_t earlier = 0; earlier < later; ++earlier)
        if (random() % 3 == 0) pairs.push_back({earlier, later, 0.5 + 0.1 * static_cast<double>(random() % 5)});
    const Firsts firsts = firsts_of(count, pairs);
    for (std::size_t text = 0; text < count; ++text) {
      const auto joins = [&](const CopyPair& pair) { return pair.earlier == firsts[text] && pair.later == text; };
      CHECK((firsts[text] == text || std::any_of(pairs.begin(), pairs.end(), joins)));
      CHECK(firsts[firsts[text]] == firsts[text]);
      const auto divides = [&](const CopyPair& pair) {
        return pair.later == text && firsts[text] == text && firsts[pair.earlier] == pair.earlier;
      };
      CHECK(std::none_of(pairs.begin(), pairs.end(), divides));
    }
  }
}

}  // namespace
}  // namespace hemero
