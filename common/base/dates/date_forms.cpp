#include "common/base/dates/date_forms.h"

#include <string>

#include "common/base/dates/date_words.h"

namespace hemero {

namespace {

std::optional<Date> make_date(int year, int month, int day) {
  if (!is_printed_year(year) || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{.year = static_cast<std::int16_t>(year),
              .month = static_cast<std::uint8_t>(month),
              .day = static_cast<std::uint8_t>(day)};
}

std::optional<Date> make_month(int year, int month) {
  auto date = make_date(year, month, 1);
  if (date) date->precision = DatePrecision::month;
  return date;
}

/// Goes past what may part the words of a date: blanks, or one sign ("11-août-2021", "11/Aug/2021", "11.août.2021").
/// A full stop before a blank ends a sentence.
void skip_gap(TextCursor& cursor) {
  cursor.skip_blanks();
  TextCursor ahead = cursor;
  if (ahead.take("-") || ahead.take("/")) cursor = ahead;
  if (ahead.take(".") && (is_digit(ahead.peek()) || letter_size(ahead) > 0)) cursor = ahead;
  cursor.skip_blanks();
}

/// A day of a month: "11", "1er", "1 er", "11th".
std::optional<int> take_day(TextCursor& cursor) {
  const auto day = cursor.take_number(1, 2);
  TextCursor ahead = cursor;
  if (day == 1) ahead.skip_blanks();
  if (day == 1 && ahead.take("\u1D49\u02B3")) {
    cursor = ahead;
    return day;
  }
  const std::string ending = take_folded_word(ahead);
  const bool english = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  if (english || (day == 1 && ending == "er")) cursor = ahead;
  return day;
}

/// 1 to 12 for the month at the cursor, with the full stop of an abbreviation; else 0.
int take_month_name(TextCursor& cursor, DateTrust trust) {
  const TextCursor begin = cursor;
  int month = month_of(take_folded_word(cursor));
  if (month == 0 && trust == DateTrust::alone) month = roman_month(begin.rest().substr(0, cursor.at() - begin.at()));
  if (month != 0) cursor.take(".");
  return month;
}

/// A year of four digits, or of two where nothing else can be meant: behind the name of a month, and no hour.
std::optional<int> take_year(TextCursor& cursor, DateTrust trust) {
  constexpr int century_ends = 50;
  const bool is_short = cursor.digit_run() == 2;
  if (is_short && trust != DateTrust::alone) return std::nullopt;
  const auto year = is_short ? cursor.take_digits(2) : cursor.take_number(4, 4);
  if (!year || is_ascii_letter(cursor.peek())) return std::nullopt;
  if (!is_short) return year;
  if (cursor.peek() == ':') return std::nullopt;
  return *year + (*year < century_ends ? 2000 : 1900);
}

}  // namespace

std::optional<Date> take_numeric_date(TextCursor& cursor, DateOrder order) {
  const bool year_first = cursor.digit_run() == 4;
  const auto first = cursor.take_number(1, 4);
  const char sign = cursor.peek();
  if (!first || (sign != '/' && sign != '.' && sign != '-')) return std::nullopt;
  cursor.advance(1);
  const auto second = cursor.take_number(1, 2);
  if (!second || cursor.peek() != sign) return std::nullopt;
  cursor.advance(1);
  const auto last = year_first ? cursor.take_number(1, 2) : cursor.take_number(4, 4);
  if (!last) return std::nullopt;
  const bool goes_on = (cursor.peek() == sign && is_digit(cursor.peek(1))) ||
                       (is_ascii_letter(cursor.peek()) && !(cursor.peek() == 'T' && is_digit(cursor.peek(1))));
  if (goes_on) return std::nullopt;
  if (year_first) return make_date(*first, *second, *last);
  return order == DateOrder::day_first ? make_date(*last, *second, *first) : make_date(*last, *first, *second);
}

std::optional<Date> take_written_date(TextCursor& cursor, DateTrust trust) {
  const auto day = take_day(cursor);
  if (!day) return std::nullopt;
  skip_gap(cursor);
  TextCursor ahead = cursor;
  if (take_folded_word(ahead) == "of") {
    cursor = ahead;
    cursor.skip_blanks();
  }
  const int month = take_month_name(cursor, trust);
  if (month == 0) return std::nullopt;
  if (trust >= DateTrust::field) cursor.take(",");
  skip_gap(cursor);
  const auto year = take_year(cursor, trust);
  return year ? make_date(*year, month, *day) : std::nullopt;
}

std::optional<Date> take_month_first_date(TextCursor& cursor, DateTrust trust) {
  const int month = take_month_name(cursor, DateTrust::prose);
  skip_gap(cursor);
  const auto day = month == 0 ? std::nullopt : take_day(cursor);
  if (!day) return std::nullopt;
  cursor.take(",");
  skip_gap(cursor);
  if (TextCursor ahead = cursor; const auto year = take_year(ahead, trust)) {
    cursor = ahead;
    return make_date(*year, month, *day);
  }
  Date time;
  if (!take_clock(cursor, time)) return std::nullopt;
  take_zone(cursor, time, trust);
  cursor.skip_blanks();
  const auto year = take_year(cursor, DateTrust::field);
  auto date = year ? make_date(*year, month, *day) : std::nullopt;
  if (!date) return std::nullopt;
  time.year = date->year;
  time.month = date->month;
  time.day = date->day;
  return time;
}

std::optional<Date> take_year_first_date(TextCursor& cursor) {
  const auto year = cursor.take_number(4, 4);
  skip_gap(cursor);
  const int month = year ? take_month_name(cursor, DateTrust::prose) : 0;
  skip_gap(cursor);
  const auto day = month == 0 ? std::nullopt : take_day(cursor);
  return day ? make_date(*year, month, *day) : std::nullopt;
}

std::optional<Date> take_month(TextCursor& cursor) {
  const int month = take_month_name(cursor, DateTrust::prose);
  skip_gap(cursor);
  const auto year = month == 0 ? std::nullopt : take_year(cursor, DateTrust::field);
  return year ? make_month(*year, month) : std::nullopt;
}

std::optional<Date> take_numeric_month(TextCursor& cursor) {
  const bool year_first = cursor.digit_run() == 4;
  const auto first = cursor.take_number(1, 4);
  if (!first || (!cursor.take("/") && !cursor.take("-") && !cursor.take("."))) return std::nullopt;
  const auto last = year_first ? cursor.take_number(1, 2) : cursor.take_number(4, 4);
  if (!last) return std::nullopt;
  return year_first ? make_month(*first, *last) : make_month(*last, *first);
}

}  // namespace hemero
