#pragma once

#include <optional>
#include <string_view>

#include "common/base/dates/date.h"
#include "common/base/dates/date_forms.h"

namespace hemero {

// The readers of dates. What is read anywhere is read everywhere: fields of every format, options, queries. Dates
// within running text are found by date_search.h, and DateTrust (clock_time.h) says what is more than is read there.

/// A text that is a date and nothing else: ISO 8601 and RFC 3339, RFC 2822, in French or English words, in figures, of
/// C’s asctime(), of JavaScript and Java, instants of Unix and .NET; a month or a year alone. Surrounding blanks, a
/// weekday before it and a comment in brackets behind it are allowed. Nothing for dates that do not exist, of the
/// republican calendar, and with two digits of a year and a month in figures.
std::optional<Date> parse_date(std::string_view text, DateOrder order = DateOrder::day_first);

/// What a field says that is declared to be a date, of a year in which something may have been printed: the whole text,
/// which may say by itself that the month comes first ("08/31/2021"), else the first date in it.
std::optional<Date> read_date(std::string_view text);

/// Which order of day and month a text tells: none when it can be read in both, or in neither.
std::optional<DateOrder> told_order(std::string_view text);

}  // namespace hemero
