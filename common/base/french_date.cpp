#include <algorithm>
#include <array>
#include <string>

#include "common/base/date.h"
#include "common/base/text_cursor.h"

// Every candidate begins at a row of digits (or, for "août 2021", at a word) and is read from there; before it only the
// blanks that touch it are looked at. So the search is linear in the text.

namespace hemero {

namespace {

struct Letter {
  std::size_t bytes = 0;  ///< 0: no letter stands here
  char folded = '\0';     ///< lower case without its accent; '*' for letters that French months do not have
};

/// The letter at the cursor. A combining accent counts as a letter that folds to nothing, so that decomposed text reads
/// like composed text.
Letter letter_at(const TextCursor& cursor) {
  const char byte = cursor.peek();
  if (is_ascii_letter(byte)) return {1, static_cast<char>(byte | 0x20)};
  const auto lead = static_cast<unsigned char>(byte);
  const auto second = static_cast<unsigned char>(cursor.peek(1));
  if (lead < 0xC3 || lead > 0xDF || second < 0x80 || second > 0xBF) return {};
  if (lead == 0xC3) {
    // U+00C0 to U+00FF: 32 capitals, then the same 32 in lower case.
    constexpr std::string_view folds = "aaaaaa*ceeeeiiii*nooooo*ouuuuy**";
    return {2, folds[second & 0x1F]};
  }
  const bool combining = lead == 0xCC || (lead == 0xCD && second <= 0xAF);
  return {2, combining ? '\0' : '*'};
}

/// Goes past the letters at the cursor; gives them folded, at most the first 15.
std::string take_word(TextCursor& cursor) {
  constexpr std::size_t kept = 15;  // longer than any word looked for
  std::string word;
  for (Letter letter = letter_at(cursor); letter.bytes > 0; letter = letter_at(cursor)) {
    if (letter.folded != '\0' && word.size() < kept) word += letter.folded;
    cursor.advance(letter.bytes);
  }
  return word;
}

/// 1 to 12 for a folded month name or its abbreviation, else 0.
int month_of(std::string_view word) {
  struct Name {
    std::string_view text;
    int month;
  };
  constexpr std::array names{
      Name{"janvier", 1},   Name{"janv", 1}, Name{"jan", 1},       Name{"fevrier", 2},  Name{"fevr", 2},
      Name{"fev", 2},       Name{"mars", 3}, Name{"mar", 3},       Name{"avril", 4},    Name{"avr", 4},
      Name{"mai", 5},       Name{"juin", 6}, Name{"juillet", 7},   Name{"juill", 7},    Name{"juil", 7},
      Name{"aout", 8},      Name{"sept", 9}, Name{"sep", 9},       Name{"octobre", 10}, Name{"oct", 10},
      Name{"novembre", 11}, Name{"nov", 11}, Name{"decembre", 12}, Name{"dec", 12},     Name{"septembre", 9}};
  const auto* name = std::find_if(names.begin(), names.end(), [&](const Name& each) { return each.text == word; });
  return name == names.end() ? 0 : name->month;
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 14> names{"lundi",  "mardi",    "mercredi", "jeudi", "vendredi",
                                                   "samedi", "dimanche", "lun",      "mar",   "mer",
                                                   "jeu",    "ven",      "sam",      "dim"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

std::optional<Date> make_date(int year, int month, int day) {
  // After a day and a month, "3500" counts demonstrators more often than years.
  constexpr int first_year = 1000;
  constexpr int last_year = 2199;
  if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{.year = static_cast<std::int16_t>(year),
              .month = static_cast<std::uint8_t>(month),
              .day = static_cast<std::uint8_t>(day)};
}

/// A number of `least` to `most` digits that is not part of a longer one.
std::optional<int> take_number(TextCursor& cursor, std::size_t least, std::size_t most) {
  const std::size_t digits = cursor.digit_run();
  if (digits < least || digits > most) return std::nullopt;
  return cursor.take_digits(digits);
}

/// Goes past what may part the words of a date: blanks, or one hyphen ("11-août-2021").
void skip_gap(TextCursor& cursor) {
  cursor.skip_blanks();
  cursor.take("-");
  cursor.skip_blanks();
}

/// "août 2021", "févr. 2019": the month and the year.
std::optional<Date> take_month_and_year(TextCursor& cursor, int day) {
  const int month = month_of(take_word(cursor));
  if (month == 0) return std::nullopt;
  cursor.take(".");
  skip_gap(cursor);
  const auto year = take_number(cursor, 4, 4);
  if (!year || is_ascii_letter(cursor.peek())) return std::nullopt;
  return make_date(*year, month, day);
}

/// "11 août 2021", "1er févr. 2019", "1 er mars 2020".
std::optional<Date> take_written_date(TextCursor& cursor) {
  const auto day = take_number(cursor, 1, 2);
  if (!day) return std::nullopt;
  if (*day == 1) {
    TextCursor ordinal = cursor;
    ordinal.skip_blanks();
    if (ordinal.take("\u1D49\u02B3") || take_word(ordinal) == "er") cursor = ordinal;
  }
  skip_gap(cursor);
  return take_month_and_year(cursor, *day);
}

/// "11/08/2021", "11.8.2021", "11-08-2021", and "2021-08-11" with the year first. The same sign twice; not a part of a
/// longer row of numbers such as a version or an address.
std::optional<Date> take_numeric_date(TextCursor& cursor) {
  const bool year_first = cursor.digit_run() == 4;
  const auto first = take_number(cursor, 1, 4);
  const char sign = cursor.peek();
  if (!first || (sign != '/' && sign != '.' && sign != '-')) return std::nullopt;
  cursor.advance(1);
  const auto month = take_number(cursor, 1, 2);
  if (!month || cursor.peek() != sign) return std::nullopt;
  cursor.advance(1);
  const auto last = year_first ? take_number(cursor, 1, 2) : take_number(cursor, 4, 4);
  if (!last) return std::nullopt;
  const bool goes_on = (cursor.peek() == sign && is_digit(cursor.peek(1))) ||
                       (is_ascii_letter(cursor.peek()) && !(cursor.peek() == 'T' && is_digit(cursor.peek(1))));
  if (goes_on) return std::nullopt;
  return year_first ? make_date(*first, *month, *last) : make_date(*last, *month, *first);
}

/// The minutes after "18h" or "18 h": none is 0; digits that touch the "h" and are no minutes make it no time.
std::optional<int> take_minutes_after_h(TextCursor& cursor) {
  TextCursor ahead = cursor;
  ahead.skip_blanks();
  const bool touching = ahead.at() == cursor.at() && is_digit(ahead.peek());
  const auto minutes = take_number(ahead, 2, 2);
  if (!minutes || *minutes > 59) return touching ? std::nullopt : std::optional(0);
  cursor = ahead;
  return minutes;
}

std::optional<int> take_minutes(TextCursor& cursor) {
  if (cursor.take(":")) {
    const auto minutes = take_number(cursor, 2, 2);
    TextCursor seconds = cursor;
    if (seconds.take(":") && take_number(seconds, 2, 2)) cursor = seconds;
    return minutes;
  }
  cursor.skip_blanks();
  const std::string unit = take_word(cursor);
  if (unit != "h" && unit != "heure" && unit != "heures") return std::nullopt;
  return take_minutes_after_h(cursor);
}

/// Goes past what may stand between a date and its time: blanks, a comma or a dash, "à".
void skip_to_time(TextCursor& cursor) {
  if (cursor.take("T")) return;
  cursor.skip_blanks();
  for (const std::string_view sign : {",", "-", "\u2013", "\u2014", "|", "\u00B7"})
    if (cursor.take(sign)) break;
  cursor.skip_blanks();
  TextCursor ahead = cursor;
  if (take_word(ahead) == "a") cursor = ahead;
  cursor.skip_blanks();
}

/// Adds the time that follows the date, when there is one: "à 18h03", ", 18 h 03", " 18:03", "T18:03:00".
void take_time(TextCursor& cursor, Date& date) {
  TextCursor ahead = cursor;
  skip_to_time(ahead);
  const auto hour = take_number(ahead, 1, 2);
  if (!hour || *hour > 23) return;
  const auto minute = take_minutes(ahead);
  if (!minute || *minute > 59) return;
  date.hour = static_cast<std::uint8_t>(*hour);
  date.minute = static_cast<std::uint8_t>(*minute);
  date.precision = DatePrecision::minute;
  cursor = ahead;
}

std::string_view without_last_blanks(std::string_view text) {
  while (true) {
    const std::size_t before = text.size();
    for (const std::string_view blank : {" ", "\t", "\r", "\n", "\u00A0", "\u202F"})
      if (text.ends_with(blank)) text.remove_suffix(blank.size());
    if (text.size() == before) return text;
  }
}

/// Where the expression begins whose day begins at `at`: at the weekday before it, when there is one.
std::size_t begin_with_weekday(std::string_view text, std::size_t at) {
  std::string_view before = without_last_blanks(text.substr(0, at));
  if (before.ends_with(',') || before.ends_with('.')) before.remove_suffix(1);
  before = without_last_blanks(before);
  std::size_t begin = before.size();
  while (begin > 0 && is_ascii_letter(before[begin - 1])) --begin;
  TextCursor cursor(before, begin);
  return is_weekday(take_word(cursor)) ? begin : at;
}

/// False inside a longer word or a number that goes on with one of the signs: "A11", "3,11 août", "7/11/08/2021".
bool may_begin_at(std::string_view text, std::size_t at, std::string_view joining_signs) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_ascii_letter(before)) return false;
  return !(joining_signs.find(before) != std::string_view::npos && at > 1 && is_digit(text[at - 2]));
}

std::optional<FoundDate> date_at_digit(std::string_view text, std::size_t at) {
  TextCursor cursor(text, at);
  std::optional<Date> date;
  if (may_begin_at(text, at, ",./-")) date = take_numeric_date(cursor);
  if (!date && may_begin_at(text, at, ",./")) {  // "9-11 août 2021" holds a date
    cursor = TextCursor(text, at);
    date = take_written_date(cursor);
  }
  if (!date) return std::nullopt;
  take_time(cursor, *date);
  return FoundDate{.date = *date, .begin = begin_with_weekday(text, at), .end = cursor.at()};
}

std::optional<FoundDate> month_at_word(std::string_view text, std::size_t at) {
  // After a number it is the month of a day that does not exist, which is not half a date either.
  const std::string_view before = without_last_blanks(text.substr(0, at));
  if (!before.empty() && is_digit(before.back())) return std::nullopt;
  TextCursor cursor(text, at);
  auto date = take_month_and_year(cursor, 1);
  if (!date) return std::nullopt;
  date->precision = DatePrecision::month;
  return FoundDate{.date = *date, .begin = at, .end = cursor.at()};
}

}  // namespace

std::optional<FoundDate> find_french_date(std::string_view text, bool allow_month) {
  TextCursor cursor(text);
  while (!cursor.at_end()) {
    std::optional<FoundDate> found;
    const std::size_t begin = cursor.at();
    if (is_digit(cursor.peek())) {
      found = date_at_digit(text, begin);
      cursor.advance(cursor.digit_run());
    } else if (letter_at(cursor).bytes > 0) {
      if (allow_month) found = month_at_word(text, begin);
      take_word(cursor);
    } else {
      cursor.advance(1);
    }
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
  if (const auto date = parse_iso_date(text)) return date;
  const auto found = find_french_date(text, true);
  if (!found || found->begin != 0 || found->end != text.size()) return std::nullopt;
  return found->date;
}

}  // namespace hemero
