#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// How much of a date is known. The order is from coarse to fine.
enum class DatePrecision : std::uint8_t { year, month, day, minute };

/// A civil date of the proleptic Gregorian calendar, as a newspaper prints it. Parts finer than `precision` are 1
/// (month, day) or 0 (hour, minute). Years 1 to 9999.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  DatePrecision precision = DatePrecision::day;
  std::optional<std::int16_t> offset =
      {};  ///< minutes east of UTC, where a time names its zone; what is stored has none

  auto operator<=>(const Date&) const = default;
};

/// The years of what was printed. Others are no dates of articles, but what programs write for none ("0001-01-01"), or
/// no dates at all.
constexpr bool is_printed_year(int year) { return year >= 1000 && year <= 2199; }

/// Reads "2021", "2021-08", "2021-08-11", "20210811" and ISO 8601 / RFC 3339 date-times ("2021-08-11T18:03:00+02:00",
/// whose seconds are dropped), and a day with a zone, as XML Schema has it ("2021-08-11Z"; the zone of a day is
/// dropped). Surrounding blanks are allowed; anything else, or a date that does not exist (2021-02-30), gives nothing.
std::optional<Date> parse_iso_date(std::string_view text);

/// True when a date comes after another, as far as both are known: 2019-12 does not come after 2019.
bool is_later(const Date& date, const Date& than);

/// As precise as the date is: "2021", "2021-08", "2021-08-11", "2021-08-11T18:03".
std::string to_iso(const Date& date);

/// "2021-08-11" whatever the precision, the missing parts being 01. For sorting and for files that want a day.
std::string to_iso_day(const Date& date);

/// The number of days of a month (1–12).
int days_in_month(int year, int month);

}  // namespace hemero
