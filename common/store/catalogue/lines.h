#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// A list of names as the catalogue stores it, one a line; line feeds inside a name become spaces.
std::string join_lines(const std::vector<std::string>& names);

std::vector<std::string> split_lines(std::string_view lines);

}  // namespace hemero
