#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// How much of a date is known. The order is from coarse to fine.
enum class DatePrecision : std::uint8_t { year, month, day, minute };

/// A civil date of the proleptic Gregorian calendar, as a newspaper prints it: local time, no zone. Parts finer than
/// `precision` are 1 (month, day) or 0 (hour, minute). Years 1 to 9999.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  DatePrecision precision = DatePrecision::day;

  auto operator<=>(const Date&) const = default;
};

/// Reads "2021", "2021-08", "2021-08-11", "20210811" and ISO 8601 / RFC 3339 date-times ("2021-08-11T18:03:00+02:00";
/// seconds and the zone are read and dropped: the clock time printed is kept). Surrounding blanks are allowed; anything
/// else, or a date that does not exist (2021-02-30), gives nothing.
std::optional<Date> parse_iso_date(std::string_view text);

/// The first date written out in French in `text`, in UTF-8: "11 août 2021", "mercredi 11 aout 2021 à 18h03",
/// "1er févr. 2019 à 18 h 03", "11/08/2021 18:03", "août 2021" only when `allow_month` is set. Accents, capitals and
/// abbreviation dots do not matter. Gives nothing when there is none.
struct FoundDate {
  Date date;
  std::size_t begin = 0;  ///< byte offsets in the text, end exclusive
  std::size_t end = 0;
};
std::optional<FoundDate> find_french_date(std::string_view text, bool allow_month = false);

/// A text that is a date and nothing else, in ISO 8601 or as find_french_date() reads it, "août 2021" too.
std::optional<Date> parse_date(std::string_view text);

/// True when a date comes after another, as far as both are known: 2019-12 does not come after 2019.
bool is_later(const Date& date, const Date& than);

/// As precise as the date is: "2021", "2021-08", "2021-08-11", "2021-08-11T18:03".
std::string to_iso(const Date& date);

/// "2021-08-11" whatever the precision, the missing parts being 01. For sorting and for files that want a day.
std::string to_iso_day(const Date& date);

/// The number of days of a month (1–12).
int days_in_month(int year, int month);

}  // namespace hemero
