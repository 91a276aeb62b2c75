#include "common/base/dates/time_stamp.h"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>

#include "common/base/dates/text_cursor.h"

namespace hemero {

namespace {

constexpr std::int64_t minute_in_ms = 60'000;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Nothing outside of the years of what was printed.
std::optional<Date> date_of_count(std::optional<std::int64_t> count, std::int64_t in_a_minute) {
  if (!count) return std::nullopt;
  constexpr std::int64_t farthest =
      365 * 24 * 60 * std::int64_t{1200};  // minutes: days beyond have years that overflow
  const std::int64_t minutes = *count / in_a_minute - (*count % in_a_minute < 0 ? 1 : 0);
  if (minutes < -farthest || minutes > farthest) return std::nullopt;
  const Date date = date_of(Instant(std::chrono::minutes(minutes)));
  return is_printed_year(date.year) ? std::optional(date) : std::nullopt;
}

/// "20210811180300", "202108111803"
std::optional<Date> date_of_digits(std::string_view digits) {
  if (digits.size() != 12 && digits.size() != 14) return std::nullopt;
  const auto date = parse_iso_date(std::string(digits.substr(0, 8)) + "T" + std::string(digits.substr(8)));
  return date && is_printed_year(date->year) ? date : std::nullopt;
}

/// "/Date(1628697780000+0200)/": the zone says where it was written, not when.
std::optional<Date> date_of_dot_net(std::string_view text) {
  constexpr std::string_view begin = "/Date(";
  constexpr std::string_view end = ")/";
  if (!text.starts_with(begin) || !text.ends_with(end)) return std::nullopt;
  text = text.substr(begin.size(), text.size() - begin.size() - end.size());
  return date_of_count(whole_number(text.substr(0, text.find_first_of("+-", 1))), minute_in_ms);
}

}  // namespace

Instant instant_of(const Date& date) {
  using namespace std::chrono;
  const sys_days day = year(date.year) / month(date.month) / std::chrono::day(date.day);
  return day + hours(date.hour) + minutes(date.minute - date.offset.value_or(0));
}

Date date_of(Instant instant) {
  using namespace std::chrono;
  const auto day = floor<days>(instant);
  const year_month_day civil(day);
  const hh_mm_ss clock(instant - day);
  return {.year = static_cast<std::int16_t>(static_cast<int>(civil.year())),
          .month = static_cast<std::uint8_t>(static_cast<unsigned>(civil.month())),
          .day = static_cast<std::uint8_t>(static_cast<unsigned>(civil.day())),
          .hour = static_cast<std::uint8_t>(clock.hours().count()),
          .minute = static_cast<std::uint8_t>(clock.minutes().count()),
          .precision = DatePrecision::minute,
          .offset = 0};
}

Date date_now() { return date_of(std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now())); }

std::optional<Date> parse_time_stamp(std::string_view text) {
  if (text.starts_with('/')) return date_of_dot_net(text);
  const std::string_view digits = text.substr(0, text.find('.'));
  if (text.find_first_not_of("0123456789.") != std::string_view::npos || digits.starts_with('0')) return std::nullopt;
  if (const auto date = date_of_digits(text)) return date;
  const auto count = whole_number(digits);
  switch (digits.size()) {
    case 9:
    case 10:
      return date_of_count(count, minute_in_ms / 1000);
    case 12:
    case 13:
      return date_of_count(count, minute_in_ms);
    case 15:
    case 16:
      return date_of_count(count, minute_in_ms * 1000);
    case 18:
    case 19:
      return date_of_count(count, minute_in_ms * 1'000'000);
    default:
      return std::nullopt;
  }
}

}  // namespace hemero
