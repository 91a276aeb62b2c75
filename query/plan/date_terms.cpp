#include "query/plan/date_terms.h"

#include <algorithm>
#include <tuple>

#include "common/store/index/index_format.h"

namespace hemero {

namespace {

// The press is younger than the one and the other is far enough: an open range must end somewhere.
constexpr int first_year = 1600;
constexpr int last_year = 2200;

struct Day {
  int year;
  int month;
  int day;

  auto operator<=>(const Day&) const = default;
};

Day first_day(const std::optional<Date>& date) {
  return date ? Day{date->year, date->month, date->day} : Day{first_year, 1, 1};
}

Day last_day(const std::optional<Date>& date) {
  if (!date) return {last_year, 12, 31};
  const int month = date->precision == DatePrecision::year ? 12 : date->month;
  const bool whole_month = date->precision < DatePrecision::day;
  return {date->year, month, whole_month ? days_in_month(date->year, month) : date->day};
}

void add_days(const Day& first, const Day& last, int year, int month, std::vector<CandidateQuery>& terms) {
  for (int day = 1; day <= days_in_month(year, month); ++day)
    if (const Day each{year, month, day}; each >= first && each <= last)
      terms.push_back(CandidateQuery::of_term(day_term(year, month, day)));
}

void add_months(const Day& first, const Day& last, int year, std::vector<CandidateQuery>& terms) {
  for (int month = 1; month <= 12; ++month) {
    if (Day{year, month, 1} >= first && Day{year, month, days_in_month(year, month)} <= last)
      terms.push_back(CandidateQuery::of_term(month_term(year, month)));
    else
      add_days(first, last, year, month, terms);
  }
}

}  // namespace

CandidateQuery date_query(const std::optional<Date>& from, const std::optional<Date>& to) {
  const Day first = first_day(from);
  const Day last = last_day(to);
  std::vector<CandidateQuery> terms;
  for (int year = std::max(first.year, first_year); year <= std::min(last.year, last_year); ++year) {
    if (Day{year, 1, 1} >= first && Day{year, 12, 31} <= last)
      terms.push_back(CandidateQuery::of_term(year_term(year)));
    else
      add_months(first, last, year, terms);
  }
  return terms.empty() ? CandidateQuery{} : CandidateQuery::group(CandidateQuery::Kind::synonym, std::move(terms));
}

}  // namespace hemero
