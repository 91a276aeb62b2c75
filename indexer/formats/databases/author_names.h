#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The names in a line that is known to be a signature: "Claire Vasseur" of "Par Claire Vasseur". Several stand apart
/// by semicolons, line feeds, "et" and "and".
std::vector<std::string> author_names(std::string_view line);

}  // namespace hemero
