#include "query/statistics/keyness.h"

#include <cmath>

#include "tests/support/catch.h"

// Values that were computed by the definitions, in another language.

namespace hemero {
namespace {

TEST_CASE("G² and Log Ratio") {
  const struct {
    TwoSets counts;
    double keyness, ratio;
    bool key;
    const char* reason;
  } rows[] = {
      {{120, 80, 1e5, 1e6}, 321.53982743659833, 3.9068905956085183, true, "more frequent in the first"},
      {{80, 120, 1e6, 1e5}, 321.53982743659833, -3.9068905956085183, false, "the same the other way round"},
      {{10, 100, 1e5, 1e6}, 0, 0, false, "alike"},
      {{7, 0, 1e4, 2e5}, 14 * std::log(21.0), 8.129283016944967, true, "half an occurrence for none"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(std::abs(keyness(row.counts) - row.keyness) < 1e-6);
    CHECK(std::abs(log_ratio(row.counts) - row.ratio) < 1e-6);
    CHECK(is_key(row.counts) == row.key);
  }
}

}  // namespace
}  // namespace hemero
