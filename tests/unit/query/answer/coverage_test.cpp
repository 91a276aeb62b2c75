#include "query/answer/coverage.h"

#include <deque>

#include "tests/support/catch.h"

using namespace hemero;

namespace {

/// So many articles that a source prints in a month.
struct Printed {
  std::uint32_t source;
  const char* month;
  int articles;
};

/// The coverage of months from 2019-01 on, a letter each: none, gap, partial, full.
std::string months(const std::vector<Printed>& printed, std::size_t count) {
  const std::int32_t first = *period_of(*parse_iso_date("2019-01"), TimeStep::month);
  std::deque<Date> dates;
  std::vector<SourceDate> articles;
  for (const Printed& each : printed) {
    dates.push_back(*parse_iso_date(each.month));
    const auto place = static_cast<std::uint32_t>(*period_of(dates.back(), TimeStep::month) - first);
    for (int i = 0; i < each.articles; ++i) articles.push_back({each.source, &dates.back(), place});
  }
  std::string letters;
  for (const Coverage coverage : coverage_of(articles, count, TimeStep::month)) letters += coverage_name(coverage)[0];
  return letters;
}

}  // namespace

TEST_CASE("how far sources cover months") {
  struct Row {
    const char* what;
    std::vector<Printed> printed;
    const char* months;
  };
  const Row rows[]{
      {"nothing at all", {}, "nnnn"},
      {"before the first article and after the last there is nothing to be expected", {{0, "2019-02", 9}}, "nfnn"},
      {"a month without an article between two is a gap", {{0, "2019-01", 9}, {0, "2019-03", 9}}, "fgfn"},
      {"the gap of one source that another one fills is none",
       {{0, "2019-01", 9}, {0, "2019-03", 9}, {1, "2019-02", 9}, {1, "2019-04", 9}},
       "ffff"},
      {"what comes before one source and after another is no gap", {{0, "2019-01", 9}, {1, "2019-03", 9}}, "fnfn"},
      {"less than a fifth of the median month is partial",
       {{0, "2019-01", 100}, {0, "2019-02", 19}, {0, "2019-03", 100}, {0, "2019-04", 100}},
       "fpff"},
      {"a fifth and a little is not", {{0, "2019-01", 100}, {0, "2019-02", 21}, {0, "2019-03", 100}}, "fffn"},
      {"the median of two months is their mean", {{0, "2019-01", 100}, {0, "2019-02", 10}}, "fpnn"},
      {"sources are expected to print together what each does",
       {{0, "2019-01", 100},
        {0, "2019-03", 100},
        {0, "2019-02", 100},
        {1, "2019-01", 10},
        {1, "2019-02", 10},
        {1, "2019-03", 10}},
       "fffn"},
      {"a source that is out weighs as much as it prints",
       {{0, "2019-01", 100},
        {0, "2019-02", 100},
        {0, "2019-04", 100},
        {1, "2019-01", 10},
        {1, "2019-02", 10},
        {1, "2019-03", 10},
        {1, "2019-04", 10}},
       "ffpf"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(months(row.printed, 4) == row.months);
  }
}

TEST_CASE("days and years are measured by the months of their source") {
  const Date day = *parse_iso_date("2019-01-15");
  std::vector<SourceDate> articles;
  for (int i = 0; i < 300; ++i) articles.push_back({0, &day, 0});
  const Date next = *parse_iso_date("2019-01-16");
  for (int i = 0; i < 3; ++i) articles.push_back({0, &next, 1});
  // Some ten a day are expected, of which three are more than a fifth; of a year 3,636.
  CHECK((coverage_of(articles, 2, TimeStep::day) == std::vector{Coverage::full, Coverage::full}));
  articles.resize(301);
  CHECK((coverage_of(articles, 2, TimeStep::day) == std::vector{Coverage::full, Coverage::partial}));
  articles.resize(300);
  CHECK((coverage_of(articles, 1, TimeStep::year) == std::vector{Coverage::partial}));
}
