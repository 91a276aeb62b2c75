#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "common/base/dates/date.h"

namespace hemero {

using Instant = std::chrono::sys_time<std::chrono::minutes>;

/// The instant that a date to the minute names; one without an offset is taken to be in UTC.
Instant instant_of(const Date& date);

/// The date in UTC, to the minute, with the offset 0. The year must be one that a Date can have.
Date date_of(Instant instant);

/// The date now, in UTC, to the minute.
Date date_now();

/// Instants as programs write them, in figures alone: seconds since 1970 (Unix time), with a fraction or not, or
/// milli-, micro- or nanoseconds, told by how many digits there are; "/Date(1628697780000)/" of .NET, in milliseconds;
/// and the digits of a date and time ("20210811180300", "202108111803"), which has no zone. Instants have the offset 0.
/// Nothing for fewer than nine digits, and outside of the years 1000 to 2199.
std::optional<Date> parse_time_stamp(std::string_view text);

}  // namespace hemero
