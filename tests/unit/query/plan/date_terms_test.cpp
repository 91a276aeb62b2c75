#include "query/plan/date_terms.h"

#include "common/store/index/index_format.h"
#include "tests/support/catch.h"

// Which terms of the index a range of dates asks for: whole years, whole months at the edges, days at their edges.

namespace hemero {
namespace {

std::string terms(const CandidateQuery& query) {
  if (query.kind == CandidateQuery::Kind::nothing) return "nothing";
  REQUIRE(query.kind == CandidateQuery::Kind::synonym);
  std::string text;
  for (const CandidateQuery& child : query.children) {
    REQUIRE(child.kind == CandidateQuery::Kind::term);
    text += (text.empty() ? "" : " ") + child.term;
  }
  return text;
}

std::string terms(const char* from, const char* to) {
  return terms(date_query(parse_iso_date(from), parse_iso_date(to)));
}

std::size_t count(const std::string& terms) {
  return terms.empty() ? 0 : static_cast<std::size_t>(std::count(terms.begin(), terms.end(), ' ')) + 1;
}

struct Row {
  const char* from;
  const char* to;
  const char* terms;
  const char* reason;
};

const Row rows[] = {
    {"2021", "2021", "Y2021", "a year"},
    {"2019", "2021", "Y2019 Y2020 Y2021", "years"},
    {"2021-08", "2021-08", "M202108", "a month"},
    {"2021-08", "2021-10", "M202108 M202109 M202110", "months"},
    {"2021-08-11", "2021-08-11", "D20210811", "a day"},
    {"2021-08-11T18:03", "2021-08-11T18:03", "D20210811", "a minute means its day"},
    {"2021-08-30", "2021-09-02", "D20210830 D20210831 D20210901 D20210902", "days over the end of a month"},
    {"2021-08-01", "2021-08-31", "M202108", "all days of a month are the month"},
    {"2021-02-01", "2021-02-28", "M202102", ""},
    {"2020-02-01", "2020-02-28",
     "D20200201 D20200202 D20200203 D20200204 D20200205 D20200206 D20200207 D20200208 D20200209 D20200210 D20200211 "
     "D20200212 D20200213 D20200214 D20200215 D20200216 D20200217 D20200218 D20200219 D20200220 D20200221 D20200222 "
     "D20200223 D20200224 D20200225 D20200226 D20200227 D20200228",
     "but for the leap day"},
    {"2021-01-01", "2021-12-31", "Y2021", "all months of a year are the year"},
    {"2021-01", "2021-12", "Y2021", ""},
    {"2020-12", "2022-01", "M202012 Y2021 M202201", "months at the edges"},
    {"2020-12-31", "2022-01-01", "D20201231 Y2021 D20220101", "days at the edges"},
    {"2020-11-30", "2021-02-01", "D20201130 M202012 M202101 D20210201", ""},
    {"2021-08-31", "2021", "D20210831 M202109 M202110 M202111 M202112", "up to the year's end"},
    {"2021", "2021-02-01", "M202101 D20210201", "from the year's start"},
    {"2021-08", "2021-08-02", "D20210801 D20210802", ""},
    {"2022", "2021", "nothing", "the wrong way round"},
    {"2021-08-12", "2021-08-11", "nothing", ""},
    {"1200", "1300", "nothing", "before any press"},
    {"2300", "2400", "nothing", ""},
};

TEST_CASE("a range asks for its years, months and days") {
  for (const Row& row : rows) {
    INFO(row.from << ".." << row.to << ": " << row.reason);
    CHECK(terms(row.from, row.to) == row.terms);
  }
}

TEST_CASE("an open range ends where the press does") {
  const std::string since = terms(date_query(parse_iso_date("2021-12-31"), std::nullopt));
  CHECK(since.starts_with("D20211231 Y2022 Y2023 "));
  CHECK(since.ends_with(" Y2200"));
  const std::string until = terms(date_query(std::nullopt, parse_iso_date("2021-01-01")));
  CHECK(until.starts_with("Y1600 Y1601 "));
  CHECK(until.ends_with(" Y2020 D20210101"));
  CHECK(count(terms(date_query(std::nullopt, std::nullopt))) == 601);
}

/// Every day of some years, by every range of a sample: it is asked for by exactly one term when it is in the range,
/// and by none when it is not.
TEST_CASE("every day of a range is asked for once") {
  const auto day_number = [](int year, int month, int day) { return (year * 100 + month) * 100 + day; };
  const char* dates[] = {"2019-12-31", "2020-01-01", "2020-02-29", "2020-12-01", "2021-07-31", "2021-12-31"};
  for (const char* from : dates)
    for (const char* to : dates) {
      const std::string asked = " " + terms(from, to) + " ";
      const auto has = [&](const std::string& term) {
        return asked.find(" " + term + " ") != std::string::npos ? 1 : 0;
      };
      const auto first = parse_iso_date(from);
      const auto last = parse_iso_date(to);
      for (int year = 2019; year <= 2021; ++year)
        for (int month = 1; month <= 12; ++month)
          for (int day = 1; day <= days_in_month(year, month); ++day) {
            const int number = day_number(year, month, day);
            const bool inside = number >= day_number(first->year, first->month, first->day) &&
                                number <= day_number(last->year, last->month, last->day);
            INFO(from << ".." << to << " " << number);
            REQUIRE(has(year_term(year)) + has(month_term(year, month)) + has(day_term(year, month, day)) ==
                    (inside ? 1 : 0));
          }
    }
}

}  // namespace
}  // namespace hemero
