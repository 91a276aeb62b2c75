#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/dates/date.h"

namespace hemero {

/// How long the periods are into which time is cut. Weeks are those of ISO 8601: from Monday to Sunday.
enum class TimeStep : std::uint8_t { day, week, month, year };

/// "day", and so on, in the order of the enumeration.
inline constexpr std::string_view step_names[]{"day", "week", "month", "year"};

constexpr std::string_view step_name(TimeStep step) { return step_names[static_cast<std::size_t>(step)]; }

/// The number of the period in which a date lies; the next period has the next number. Nothing for a date that is not
/// known so exactly.
std::optional<std::int32_t> period_of(const Date& date, TimeStep step);

/// "2019-12-05", "2019-W49", "2019-12", "2019".
std::string period_name(std::int32_t period, TimeStep step);

/// The days with which a period begins and ends.
Date first_day(std::int32_t period, TimeStep step);
Date last_day(std::int32_t period, TimeStep step);

}  // namespace hemero
