#include "query/statistics/wilson.h"

#include "tests/support/catch.h"

using namespace hemero;

TEST_CASE("the interval of Wilson") {
  struct Row {
    std::uint64_t hits;
    std::uint64_t trials;
    double low;
    double high;
  };
  const Row rows[]{
      {2, 34, 0.0162827, 0.1909361},
      {101, 582, 0.1449388, 0.2064216},
      {46, 554, 0.0628267, 0.1089810},
      {81, 263, 0.2552885, 0.3662096},  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I: .2553 to .3662
      {15, 148, 0.0623864, 0.1604872},  // .0624 to .1605
      {0, 20, 0, 0.1611252},            // .0000 to .1611
      {1, 29, 0.0061132, 0.1717552},    // .0061 to .1718
      {20, 20, 0.8388748, 1},           // none of 20, mirrored
      {0, 0, 0, 1},                     // nothing is known
  };
  for (const Row& row : rows) {
    INFO(row.hits << " of " << row.trials);
    const ShareInterval interval = wilson_interval(row.hits, row.trials);
    CHECK(interval.low == Approx(row.low).margin(1e-6));
    CHECK(interval.high == Approx(row.high).margin(1e-6));
  }
}
