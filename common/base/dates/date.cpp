#include "common/base/dates/date.h"

#include <array>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "common/base/dates/text_cursor.h"

namespace hemero {

namespace {

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// "2021", "2021-08", "2021-08-11" or "20210811"; the six digits "202108" are none, for they could be a day as well.
std::optional<Date> take_calendar_date(TextCursor& cursor) {
  const auto year = cursor.take_digits(4);
  if (!year || *year == 0) return std::nullopt;
  Date date{.year = static_cast<std::int16_t>(*year), .precision = DatePrecision::year};
  if (cursor.at_end()) return date;

  const bool extended = cursor.take("-");
  const auto month = cursor.take_digits(2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  date.month = static_cast<std::uint8_t>(*month);
  date.precision = DatePrecision::month;
  if (cursor.at_end() && extended) return date;

  if (extended && !cursor.take("-")) return std::nullopt;
  const auto day = cursor.take_digits(2);
  if (!day || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  date.day = static_cast<std::uint8_t>(*day);
  date.precision = DatePrecision::day;
  return date;
}

/// Goes past seconds and their fraction; false when they are not a time.
bool skip_seconds(TextCursor& cursor) {
  constexpr int leap_second = 60;
  const auto second = cursor.take_digits(2);
  if (!second || *second > leap_second) return false;
  if (!cursor.take(".") && !cursor.take(",")) return true;
  const std::size_t fraction = cursor.digit_run();
  cursor.advance(fraction);
  return fraction > 0;
}

/// "18:03", "18:03:00.000", "1803", "180300": sets the hour and the minute.
bool take_clock_time(TextCursor& cursor, Date& date) {
  const auto hour = cursor.take_digits(2);
  const bool extended = cursor.take(":");
  const auto minute = cursor.take_digits(2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return false;
  date.hour = static_cast<std::uint8_t>(*hour);
  date.minute = static_cast<std::uint8_t>(*minute);
  date.precision = DatePrecision::minute;
  const bool has_seconds = extended ? cursor.take(":") : is_digit(cursor.peek());
  return !has_seconds || skip_seconds(cursor);
}

/// "Z", "+02:00", "+0200" or "+02", or nothing; false when what begins like a zone is none.
bool take_zone(TextCursor& cursor, Date& date) {
  if (cursor.take("Z") || cursor.take("z")) date.offset = 0;
  const bool west = cursor.peek() == '-';
  if (date.offset || (!cursor.take("+") && !cursor.take("-"))) return true;
  const auto hours = cursor.take_digits(2);
  if (!hours || *hours > 23) return false;
  const bool has_minutes = cursor.take(":") || !cursor.at_end();
  const auto minutes = has_minutes ? cursor.take_digits(2) : 0;
  if (!minutes || *minutes > 59) return false;
  const int offset = *hours * 60 + *minutes;
  date.offset = static_cast<std::int16_t>(west ? -offset : offset);
  return true;
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  TextCursor cursor(without_blanks(text));
  auto date = take_calendar_date(cursor);
  if (!date || cursor.at_end()) return date;
  if (!cursor.take("T") && !cursor.take("t") && !cursor.take(" ")) {
    Date zoned = *date;
    const bool only_zone = date->precision == DatePrecision::day && take_zone(cursor, zoned) && cursor.at_end();
    return only_zone ? date : std::nullopt;
  }
  if (!take_clock_time(cursor, *date) || !take_zone(cursor, *date) || !cursor.at_end()) return std::nullopt;
  return date;
}

bool is_later(const Date& date, const Date& than) {
  const std::string a = to_iso(date);
  const std::string b = to_iso(than);
  return a.substr(0, b.size()) > b.substr(0, a.size());
}

std::string to_iso(const Date& date) {
  switch (date.precision) {
    case DatePrecision::year:
      return fmt::format("{:04}", date.year);
    case DatePrecision::month:
      return fmt::format("{:04}-{:02}", date.year, date.month);
    case DatePrecision::day:
      break;
    case DatePrecision::minute:
      return fmt::format("{}T{:02}:{:02}", to_iso_day(date), date.hour, date.minute);
  }
  return to_iso_day(date);
}

std::string to_iso_day(const Date& date) {
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), date.year, date.month, date.day);
}

int days_in_month(int year, int month) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && is_leap_year(year)) return 29;
  return days.at(static_cast<std::size_t>(month - 1));
}

}  // namespace hemero
