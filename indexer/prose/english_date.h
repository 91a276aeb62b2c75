#pragma once

#include <optional>
#include <string_view>

#include "common/base/date.h"

namespace hemero {

/// The first date written out in English: "Monday, October 3, 2016", "3 October 2016", "Oct. 3, 2016". Nothing when
/// there is none.
std::optional<FoundDate> find_english_date(std::string_view text);

/// The first date written out in French, else in English: databases print dates in the language of who asks.
std::optional<FoundDate> find_printed_date(std::string_view text);

}  // namespace hemero
