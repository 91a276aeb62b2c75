#include "common/base/dates/date_reader.h"

#include "common/base/dates/date_search.h"
#include "common/base/dates/date_words.h"
#include "common/base/dates/time_stamp.h"

namespace hemero {

namespace {

/// Goes past "mercredi", "Wed,", "mer.".
void skip_weekday(TextCursor& cursor) {
  TextCursor ahead = cursor;
  if (!is_weekday(take_folded_word(ahead))) return;
  ahead.take(".");
  ahead.take(",");
  ahead.skip_blanks();
  cursor = ahead;
}

/// True at the end, before a full stop, and before a comment: "(heure d’été d’Europe centrale)", "[Europe/Paris]".
bool only_comment_left(TextCursor cursor) {
  cursor.skip_blanks();
  const std::string_view rest = cursor.rest();
  return rest.empty() || rest == "." || (rest.starts_with('(') && rest.ends_with(')')) ||
         (rest.starts_with('[') && rest.ends_with(']'));
}

/// What a form reads at the cursor, when only a time stands behind it.
template <typename Form>
std::optional<Date> whole(TextCursor cursor, const Form& form) {
  auto date = form(cursor);
  if (!date) return std::nullopt;
  if (date->precision == DatePrecision::day) take_time(cursor, *date, DateTrust::alone);
  return only_comment_left(cursor) ? date : std::nullopt;
}

std::optional<Date> read_day(TextCursor cursor, DateOrder order) {
  constexpr auto alone = DateTrust::alone;
  if (auto date = whole(cursor, [order](TextCursor& at) { return take_numeric_date(at, order); })) return date;
  if (auto date = whole(cursor, [](TextCursor& at) { return take_written_date(at, alone); })) return date;
  if (auto date = whole(cursor, [](TextCursor& at) { return take_month_first_date(at, alone); })) return date;
  return whole(cursor, take_year_first_date);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text, DateOrder order) {
  text = without_blanks(text);
  if (const auto date = parse_iso_date(text)) return date;
  if (const auto date = parse_time_stamp(text)) return date;
  TextCursor cursor(text);
  if (const auto day = read_day(cursor, order)) return day;
  if (const auto month = whole(cursor, take_month)) return month;
  if (const auto month = whole(cursor, take_numeric_month)) return month;
  skip_weekday(cursor);
  return cursor.at() > 0 ? read_day(cursor, order) : std::nullopt;
}

std::optional<Date> read_date(std::string_view text) {
  for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first})
    if (const auto date = parse_date(text, order); date && is_printed_year(date->year)) return date;
  const auto found = find_date(text, DateTrust::field);
  return found ? std::optional(found->date) : std::nullopt;
}

std::optional<DateOrder> told_order(std::string_view text) {
  const bool day_first = parse_date(text, DateOrder::day_first).has_value();
  const bool month_first = parse_date(text, DateOrder::month_first).has_value();
  if (day_first == month_first) return std::nullopt;
  return day_first ? DateOrder::day_first : DateOrder::month_first;
}

}  // namespace hemero
