#include "common/base/dates/period.h"

#include "tests/support/catch.h"

using namespace hemero;

namespace {

std::string name_of(const char* date, TimeStep step) {
  const auto period = period_of(*parse_iso_date(date), step);
  return period ? period_name(*period, step) : "";
}

}  // namespace

TEST_CASE("the period of a date") {
  struct Row {
    const char* date;
    const char* day;
    const char* week;
    const char* month;
    const char* year;
  };
  const Row rows[]{
      {"2019-12-05", "2019-12-05", "2019-W49", "2019-12", "2019"},
      {"2019-12-05T23:59", "2019-12-05", "2019-W49", "2019-12", "2019"},  // hours do not matter
      {"2019-12", "", "", "2019-12", "2019"},                             // not known to the day
      {"2019", "", "", "", "2019"},
      {"2018-12-31", "2018-12-31", "2019-W01", "2018-12", "2018"},  // a Monday: ISO's year is the Thursday's
      {"2021-01-03", "2021-01-03", "2020-W53", "2021-01", "2021"},  // a Sunday: a year of 53 weeks
      {"2021-01-04", "2021-01-04", "2021-W01", "2021-01", "2021"},
      {"2016-02-29", "2016-02-29", "2016-W09", "2016-02", "2016"},
      {"1969-12-28", "1969-12-28", "1969-W52", "1969-12", "1969"},  // before the first Monday that is counted
      {"1969-12-29", "1969-12-29", "1970-W01", "1969-12", "1969"},
      {"1631-05-30", "1631-05-30", "1631-W22", "1631-05", "1631"},  // the first issue of the Gazette
  };
  for (const Row& row : rows) {
    INFO(row.date);
    CHECK(name_of(row.date, TimeStep::day) == row.day);
    CHECK(name_of(row.date, TimeStep::week) == row.week);
    CHECK(name_of(row.date, TimeStep::month) == row.month);
    CHECK(name_of(row.date, TimeStep::year) == row.year);
  }
}

TEST_CASE("periods follow each other day by day") {
  for (const TimeStep step : {TimeStep::day, TimeStep::week, TimeStep::month, TimeStep::year}) {
    const std::int32_t first = *period_of(*parse_iso_date("1899-12-31"), step);
    for (std::int32_t period = first; period < first + 150; ++period) {
      INFO(step_name(step) << " " << period_name(period, step));
      CHECK(period_of(first_day(period, step), step) == period);
      CHECK(period_of(last_day(period, step), step) == period);
      const auto day = [](const Date& date) { return *period_of(date, TimeStep::day); };
      CHECK(day(last_day(period, step)) + 1 == day(first_day(period + 1, step)));
    }
  }
}
