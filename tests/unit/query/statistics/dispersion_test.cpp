#include "query/statistics/dispersion.h"

#include <cmath>

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("deviation of proportions") {
  const struct {
    std::vector<PartUse> parts;
    double dp;
    std::optional<double> normalised;
    const char* reason;
  } rows[] = {
      {{{50, 250}, {30, 250}, {20, 400}, {0, 100}}, .3, .3 / .9, "shares .5 .3 .2 0 of parts of .25 .25 .4 .1"},
      {{{1, 10}, {2, 20}, {3, 30}}, 0, 0, "as the sizes are"},
      {{{5, 100}, {0, 900}}, .9, 1, "all of it in the smallest part"},
      {{{5, 100}}, 0, std::nullopt, "a single part"},
      {{{50, 250}, {30, 250}, {20, 400}, {0, 100}, {0, 0}}, .3, .3 / .9, "a part without words"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const auto result = dispersion(row.parts);
    REQUIRE(result);
    CHECK(std::abs(result->dp - row.dp) < 1e-6);
    REQUIRE(result->normalised.has_value() == row.normalised.has_value());
    if (row.normalised) CHECK(std::abs(*result->normalised - *row.normalised) < 1e-6);
  }
  CHECK_FALSE(dispersion({{0, 100}, {0, 50}}));
  CHECK_FALSE(dispersion({}));
}

}  // namespace
}  // namespace hemero
