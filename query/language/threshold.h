#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hemero {

// How often a word must stand in an article, as it is typed behind it: ">=3", "≥3" and ">2" ask for three occurrences.

/// The number of occurrences that a text asks for, at least 1; nothing when it is no threshold, or one above 10,000.
std::optional<std::uint32_t> read_threshold(std::string_view text);

/// Where the first sign of a threshold stands, else the text's size.
std::size_t find_threshold(std::string_view text);

/// Takes the threshold that a text ends with off it; nothing when there is none.
std::optional<std::uint32_t> take_threshold(std::string_view& text);

/// A number in decimal digits and nothing else.
std::optional<std::uint32_t> read_number(std::string_view digits);

}  // namespace hemero
