#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hemero {

/// A part with more versions is closed: it is merged with no other one.
inline constexpr std::uint64_t largest_merged_part = 1'000'000;

/// How many of the last parts become one with the versions that are new, so that an index has few parts and yet each
/// version is written but a few times. `sizes` are the current versions of the parts, in their order. Of small parts
/// (up to 1,000 versions) there is one at most, and so of middle ones (up to 30,000); of larger ones each has more than
/// four times the versions of the next.
std::size_t parts_to_merge(const std::vector<std::uint64_t>& sizes, std::uint64_t added);

/// True where so many of a part's versions are dead that it is worth to write the others anew: more than a tenth.
bool is_worn(std::uint64_t versions, std::uint64_t dead);

}  // namespace hemero
