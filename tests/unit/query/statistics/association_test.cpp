#include "query/statistics/association.h"

#include <cmath>

#include "tests/support/catch.h"

// Values that were computed by the definitions over contingency tables, in another language.

namespace hemero {
namespace {

TEST_CASE("log-likelihood over four cells, signed") {
  const struct {
    Cooccurrence counts;
    double value;
    const char* reason;
  } rows[] = {
      {{30, 200, 5000, 1e6}, 150.6890763878835, "more frequent in the windows"},
      {{30, 5000, 200, 1e6}, 150.6890763878835, "the same the other way round"},
      {{1, 200, 5000, 1e6}, 0, "as frequent as expected"},
      {{0, 200, 5000, 1e6}, -2.005217761322622, "nowhere in the windows"},
      {{1, 1000, 5000, 1e6}, -4.800401516997809, "rarer than expected"},
      {{5, 5, 5, 100}, 39.7030486691745, "nowhere else"},
      {{5000, 200000, 5000, 1e6}, 16195.392239320941, "nothing else in the windows"},
      {{0, 0, 0, 0}, 0, "an empty archive"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(std::abs(log_likelihood(row.counts) - row.value) < 1e-6);
  }
}

TEST_CASE("what is expected in the windows") {
  CHECK(expected({30, 200, 5000, 1e6}) == Approx(1));
  CHECK(expected({0, 0, 0, 0}) == 0);
}

TEST_CASE("logDice") {
  const struct {
    double both, node, word, value;
    const char* reason;
  } rows[] = {
      {30, 500, 200, 10.45567948377619, ""},
      {30, 200, 500, 10.45567948377619, "symmetric"},
      {200, 200, 200, 14, "always together"},
      {1, 32768, 32768, -1, "a doubling is one"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(std::abs(log_dice(row.both, row.node, row.word) - row.value) < 1e-6);
  }
}

}  // namespace
}  // namespace hemero
