#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// The strings of a list that a program wrote into a cell, as Python and JSON write them, a line each:
/// "['Claire Vasseur', \"L'Hebdo\"]". Nothing for what is no such list.
std::optional<std::string> read_written_list(std::string_view text);

}  // namespace hemero
