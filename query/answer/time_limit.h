#pragma once

#include <optional>
#include <string>

#include "common/base/deadline.h"

namespace hemero {

/// The time that a request gives by its deadline, in seconds; none or 0: as long as it takes.
Deadline::Clock::duration time_of(std::optional<double> seconds);

/// What opening an archive may take under that deadline: as long, a second at least.
Deadline::Clock::duration time_to_open(std::optional<double> seconds);

/// What is left to show what was found by the deadline: the rest of its time, or where finding took all, a tenth more.
Deadline::Clock::duration time_to_show(const Deadline& deadline, std::optional<double> seconds);

/// The seconds that are left since then, a thousandth at least; none or 0 as before: as long as it takes.
std::optional<double> time_left(std::optional<double> seconds, Deadline::Clock::time_point since);

/// Tells that the time was over before everything was looked at.
std::string time_notice(std::optional<double> seconds);

}  // namespace hemero
