#pragma once

#include <optional>
#include <string_view>

#include "query/language/elements.h"

namespace hemero {

/// The operator that a word in capitals is, if it is one: ET, SAUF, PRÈS/6 … Distances are from 1 to 1,000.
std::optional<QueryElement> read_operator(std::string_view text);

}  // namespace hemero
