#include "common/base/dates/clock_time.h"

#include <string>

#include "common/base/dates/date_words.h"

namespace hemero {

namespace {

/// The minutes after "18h" or "18 h": none is 0; digits that touch the "h" and are no minutes make it no time.
std::optional<int> take_minutes_after_h(TextCursor& cursor) {
  TextCursor ahead = cursor;
  ahead.skip_blanks();
  const bool touching = ahead.at() == cursor.at() && is_digit(ahead.peek());
  const auto minutes = ahead.take_number(2, 2);
  if (!minutes || *minutes > 59) return touching ? std::nullopt : std::optional(0);
  cursor = ahead;
  return minutes;
}

/// Goes past ":59" and ":59.123".
void skip_seconds(TextCursor& cursor) {
  TextCursor ahead = cursor;
  if (!ahead.take(":") || !ahead.take_number(2, 2)) return;
  cursor = ahead;
  if ((cursor.peek() == '.' || cursor.peek() == ',') && is_digit(cursor.peek(1))) cursor.advance(1);
  cursor.advance(cursor.digit_run());
}

/// ":03", ":03:59", "h03", " heures 3"; nothing, and the cursor may have moved, for what is none.
std::optional<int> take_minutes(TextCursor& cursor) {
  if (cursor.take(":")) {
    const auto minutes = cursor.take_number(2, 2);
    skip_seconds(cursor);
    return minutes;
  }
  cursor.skip_blanks();
  const std::string unit = take_folded_word(cursor);
  if (unit != "h" && unit != "heure" && unit != "heures") return std::nullopt;
  return take_minutes_after_h(cursor);
}

enum class Half : std::uint8_t { none, morning, afternoon };

/// "am", "PM", "a.m."
Half take_half(TextCursor& cursor) {
  TextCursor ahead = cursor;
  ahead.skip_blanks();
  const bool morning = ahead.take("a") || ahead.take("A");
  if (!morning && !ahead.take("p") && !ahead.take("P")) return Half::none;
  const bool dotted = ahead.take(".");
  if (!ahead.take("m") && !ahead.take("M")) return Half::none;
  if (dotted) ahead.take(".");
  if (letter_size(ahead) > 0) return Half::none;
  cursor = ahead;
  return morning ? Half::morning : Half::afternoon;
}

/// The hour of the day that "12 am" or "6 pm" means; clocks of 24 hours need no half.
int hour_of_day(int hour, Half half) {
  if (half == Half::none || hour > 12) return hour;
  return hour % 12 + (half == Half::afternoon ? 12 : 0);
}

/// "CEST", "Z": the offset of a zone by its capitals.
std::optional<int> take_named_zone(TextCursor& cursor) {
  TextCursor ahead = cursor;
  std::string letters;
  for (; ahead.peek() >= 'A' && ahead.peek() <= 'Z' && letters.size() <= 4; ahead.advance(1)) letters += ahead.peek();
  const auto offset = letter_size(ahead) > 0 ? std::nullopt : zone_offset(letters);
  if (offset) cursor = ahead;
  return offset;
}

/// "+02:00", "-0400", and "+2" behind a name. Where people live they reach from -11 to +14 hours.
std::optional<int> take_offset(TextCursor& cursor, bool named) {
  TextCursor ahead = cursor;
  const int sign = ahead.peek() == '-' ? -1 : 1;
  if (!ahead.take("+") && !ahead.take("-")) return std::nullopt;
  const std::size_t digits = ahead.digit_run();
  if (digits != 2 && digits != 4 && !(named && digits == 1)) return std::nullopt;
  const int hours = *ahead.take_digits(digits == 1 ? 1 : 2);
  ahead.take(":");
  const int minutes = ahead.take_number(2, 2).value_or(0);
  if (hours > (sign < 0 ? 11 : 14) || minutes > 59 || letter_size(ahead) > 0) return std::nullopt;
  cursor = ahead;
  return sign * (hours * 60 + minutes);
}

/// Goes past what may stand between a day and its time: blanks, a sign, "à", "at".
void skip_to_time(TextCursor& cursor) {
  if (cursor.take("T")) return;
  cursor.skip_blanks();
  for (const std::string_view sign : {",", ":", "-", "\u2013", "\u2014", "|", "\u00B7"})
    if (cursor.take(sign)) break;
  cursor.skip_blanks();
  TextCursor ahead = cursor;
  if (const std::string word = take_folded_word(ahead); word == "a" || word == "at") cursor = ahead;
  cursor.skip_blanks();
}

}  // namespace

bool take_clock(TextCursor& cursor, Date& date) {
  TextCursor ahead = cursor;
  const auto hour = ahead.take_number(1, 2);
  if (!hour || *hour > 23) return false;
  TextCursor behind = ahead;
  const auto minute = take_minutes(behind);
  if (minute) ahead = behind;
  const Half half = take_half(ahead);
  if ((!minute && half == Half::none) || minute.value_or(0) > 59) return false;
  date.hour = static_cast<std::uint8_t>(hour_of_day(*hour, half));
  date.minute = static_cast<std::uint8_t>(minute.value_or(0));
  date.precision = DatePrecision::minute;
  cursor = ahead;
  return true;
}

void take_zone(TextCursor& cursor, Date& date, DateTrust trust) {
  TextCursor ahead = cursor;
  ahead.skip_blanks();
  const auto named = take_named_zone(ahead);
  const auto counted = named || trust >= DateTrust::field ? take_offset(ahead, named.has_value()) : std::nullopt;
  if (!named && !counted) return;
  date.offset = static_cast<std::int16_t>(named.value_or(0) + counted.value_or(0));
  cursor = ahead;
}

void take_time(TextCursor& cursor, Date& date, DateTrust trust) {
  TextCursor ahead = cursor;
  skip_to_time(ahead);
  if (!take_clock(ahead, date)) return;
  take_zone(ahead, date, trust);
  cursor = ahead;
}

}  // namespace hemero
