#include "common/base/dates/date_search.h"

#include "common/base/dates/date_forms.h"
#include "common/base/dates/date_words.h"

// Every candidate begins at a row of digits, or at a word, and is read from there; before it only the blanks that touch
// it are looked at. So the search is linear in the text.

namespace hemero {

namespace {

/// Where the expression begins whose day begins at `at`: at the weekday before it, when there is one.
std::size_t begin_with_weekday(std::string_view text, std::size_t at) {
  std::string_view before = without_last_blanks(text.substr(0, at));
  if (before.ends_with(',') || before.ends_with('.')) before.remove_suffix(1);
  before = without_last_blanks(before);
  std::size_t begin = before.size();
  while (begin > 0 && is_ascii_letter(before[begin - 1])) --begin;
  TextCursor cursor(before, begin);
  return is_weekday(take_folded_word(cursor)) ? begin : at;
}

/// False inside a longer word or a number that goes on with one of the signs: "A11", "3,11 août", "7/11/08/2021".
bool may_begin_at(std::string_view text, std::size_t at, std::string_view joining_signs) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_ascii_letter(before)) return false;
  return !(joining_signs.find(before) != std::string_view::npos && at > 1 && is_digit(text[at - 2]));
}

FoundDate with_time(std::string_view text, std::size_t at, Date date, TextCursor cursor, DateTrust trust) {
  if (date.precision == DatePrecision::day) take_time(cursor, date, trust);
  return {.date = date, .begin = begin_with_weekday(text, at), .end = cursor.at()};
}

std::optional<FoundDate> date_at_digit(std::string_view text, std::size_t at, DateTrust trust) {
  TextCursor cursor(text, at);
  if (may_begin_at(text, at, ",./-"))
    if (const auto date = take_numeric_date(cursor, DateOrder::day_first))
      return with_time(text, at, *date, cursor, trust);
  cursor = TextCursor(text, at);
  if (may_begin_at(text, at, ",./"))  // "9-11 août 2021" holds a date
    if (const auto date = take_written_date(cursor, trust)) return with_time(text, at, *date, cursor, trust);
  return std::nullopt;
}

std::optional<FoundDate> date_at_word(std::string_view text, std::size_t at, DateTrust trust) {
  // After a number it is the month of a day that does not exist, which is not half a date either.
  const std::string_view before = without_last_blanks(text.substr(0, at));
  if (!before.empty() && is_digit(before.back())) return std::nullopt;
  TextCursor cursor(text, at);
  if (const auto date = take_month_first_date(cursor, trust)) return with_time(text, at, *date, cursor, trust);
  if (trust < DateTrust::field) return std::nullopt;
  cursor = TextCursor(text, at);
  const auto month = take_month(cursor);
  return month ? std::optional(FoundDate{*month, at, cursor.at()}) : std::nullopt;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, DateTrust trust) {
  TextCursor cursor(text);
  while (!cursor.at_end()) {
    std::optional<FoundDate> found;
    const std::size_t begin = cursor.at();
    if (is_digit(cursor.peek())) {
      found = date_at_digit(text, begin, trust);
      cursor.advance(cursor.digit_run());
    } else if (letter_size(cursor) > 0) {
      found = date_at_word(text, begin, trust);
      take_folded_word(cursor);
    } else {
      cursor.advance(1);
    }
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace hemero
