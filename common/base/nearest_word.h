#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The word that was probably meant by a mistyped one: the nearest, at most two letters away, of which one may be two
/// that changed places. Nothing when none is that near. Compares bytes.
std::optional<std::string> nearest_word(std::string_view typed, const std::vector<std::string>& words);

}  // namespace hemero
