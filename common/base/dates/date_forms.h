#pragma once

#include <optional>

#include "common/base/dates/clock_time.h"
#include "common/base/dates/date.h"
#include "common/base/dates/text_cursor.h"

namespace hemero {

/// Which of the first two numbers of "11/02/2021" is the day.
enum class DateOrder : std::uint8_t { day_first, month_first };

// The forms that a day has. Each reads what stands at the cursor; where it gives nothing the cursor may have moved.
// Dates that do not exist are none, nor are those of years in which nothing was printed: behind a day and a month,
// "3500" counts demonstrators more often than years.

/// "11/08/2021", "11.8.2021", "11-08-2021", and "2021-08-11" with the year first. The same sign twice; not a part of a
/// longer row of numbers such as a version or an address.
std::optional<Date> take_numeric_date(TextCursor& cursor, DateOrder order);

/// "11 août 2021", "1er févr. 2019", "11th of August 2021", "11-Aug-2021"; alone also "11-Aug-21" and "11.VIII.2021".
/// Of two digits of a year 00 to 49 are of this century, as in RFC 2822.
std::optional<Date> take_written_date(TextCursor& cursor, DateTrust trust);

/// "August 11, 2021", "Aug. 11 2021", and with the time between, as C’s asctime() has it: "Aug 11 18:03:00 2021".
std::optional<Date> take_month_first_date(TextCursor& cursor, DateTrust trust);

/// "2021-Aug-11", "2021 août 11"
std::optional<Date> take_year_first_date(TextCursor& cursor);

/// "août 2021", "Aug. 2021": a month.
std::optional<Date> take_month(TextCursor& cursor);

/// "08/2021", "8.2021", "2021/8": a month in figures.
std::optional<Date> take_numeric_month(TextCursor& cursor);

}  // namespace hemero
