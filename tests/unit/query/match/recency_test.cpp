#include "query/match/recency.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("an article keeps less of its score the older it is") {
  struct Row {
    const char* date;
    double half_life;
    double kept;
    const char* reason;
  };
  const Row rows[] = {
      {"202108311200", 30, 1, "the newest"},
      {"20210831", 30, 1, "of the same day"},
      {"20210801", 30, 0.75, "a half-life older: half of the difference is gone"},
      {"20210702", 30, 0.625, "two of them"},
      {"19500101", 30, 0.5, "very old"},
      {"20210801", 300, 0.9665, "a longer half-life"},
      {"202108", 30, 0.75, "a month is its first day"},
      {"2021", 242, 0.75, "a year as well"},
      {"20300101", 30, 1, "newer than the newest cannot be"},
      {"", 30, 0.5, "no date"},
  };
  for (const Row& row : rows) {
    INFO(row.date << ": " << row.reason);
    CHECK(recency(row.date, "202108311803", row.half_life) == Approx(row.kept).margin(0.0005));
  }
}

}  // namespace
}  // namespace hemero
