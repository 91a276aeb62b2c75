#include "common/base/dates/period.h"

#include <chrono>

#include <fmt/format.h>

namespace hemero {

namespace {

constexpr std::int32_t months_in_year = 12;
constexpr std::int32_t days_in_week = 7;
constexpr std::int32_t before_first_monday = 3;  // day 0 is 1970-01-01, a Thursday

std::int32_t day_number(int year, unsigned month, unsigned day) {
  const std::chrono::sys_days days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
  return static_cast<std::int32_t>(days.time_since_epoch().count());
}

Date day_of(std::int32_t number) {
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(number))};
  Date date;
  date.year = static_cast<std::int16_t>(static_cast<int>(day.year()));
  date.month = static_cast<std::uint8_t>(static_cast<unsigned>(day.month()));
  date.day = static_cast<std::uint8_t>(static_cast<unsigned>(day.day()));
  return date;
}

std::int32_t floor_divide(std::int32_t number, std::int32_t by) { return number / by - (number % by < 0 ? 1 : 0); }

/// The number of its first day.
std::int32_t begin_of(std::int32_t period, TimeStep step) {
  switch (step) {
    case TimeStep::day:
      return period;
    case TimeStep::week:
      return period * days_in_week - before_first_monday;
    case TimeStep::month: {
      const std::int32_t year = floor_divide(period, months_in_year);
      return day_number(year, static_cast<unsigned>(period - year * months_in_year) + 1, 1);
    }
    case TimeStep::year:
      return day_number(period, 1, 1);
  }
  return 0;
}

/// A week is of the year in which its Thursday lies (ISO 8601).
std::string week_name(std::int32_t week) {
  const std::int32_t thursday = begin_of(week, TimeStep::week) + 3;
  const int year = day_of(thursday).year;
  return fmt::format("{:04}-W{:02}", year, (thursday - day_number(year, 1, 1)) / days_in_week + 1);
}

}  // namespace

std::optional<std::int32_t> period_of(const Date& date, TimeStep step) {
  if (step == TimeStep::year) return date.year;
  if (date.precision < DatePrecision::month) return std::nullopt;
  if (step == TimeStep::month) return date.year * months_in_year + date.month - 1;
  if (date.precision < DatePrecision::day) return std::nullopt;
  const std::int32_t day = day_number(date.year, date.month, date.day);
  return step == TimeStep::day ? day : floor_divide(day + before_first_monday, days_in_week);
}

std::string period_name(std::int32_t period, TimeStep step) {
  if (step == TimeStep::week) return week_name(period);
  Date date = first_day(period, step);
  if (step == TimeStep::month) date.precision = DatePrecision::month;
  if (step == TimeStep::year) date.precision = DatePrecision::year;
  return to_iso(date);
}

Date first_day(std::int32_t period, TimeStep step) { return day_of(begin_of(period, step)); }

Date last_day(std::int32_t period, TimeStep step) { return day_of(begin_of(period + 1, step) - 1); }

}  // namespace hemero
