#pragma once

#include <string_view>

namespace hemero {

/// What an article keeps of its score for its age: 1 when it is as new as the newest, ranking::oldest_share when it is
/// very old or has no date; half of the difference is gone after `half_life` days (above 0). Dates are values of the
/// index (date_value); a missing month or day is the first.
double recency(std::string_view date, std::string_view newest, double half_life);

}  // namespace hemero
