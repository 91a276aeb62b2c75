#include "common/store/index/merging.h"

#include <algorithm>
#include <array>

namespace hemero {

namespace {

/// Small, middle, large, closed: 0 to 3.
std::ptrdiff_t class_of(std::uint64_t size) {
  constexpr std::array<std::uint64_t, 3> most{1'000, 30'000, largest_merged_part};
  return std::lower_bound(most.begin(), most.end(), size) - most.begin();
}

/// Whether a part joins those behind it, which have so many versions together.
bool joins(std::uint64_t size, std::uint64_t behind) {
  constexpr std::uint64_t most_times = 4;
  constexpr std::ptrdiff_t large = 2;
  const auto part = class_of(size);
  const auto others = class_of(behind);
  if (part > large) return false;
  return part < others || (part == others && (part < large || size <= most_times * behind));
}

}  // namespace

std::size_t parts_to_merge(const std::vector<std::uint64_t>& sizes, std::uint64_t added) {
  std::size_t merged = 0;
  std::uint64_t together = added;
  for (; merged < sizes.size(); ++merged) {
    const std::uint64_t size = sizes[sizes.size() - 1 - merged];
    if (!joins(size, together)) break;
    together += size;
  }
  return merged;
}

bool is_worn(std::uint64_t versions, std::uint64_t dead) {
  constexpr std::uint64_t part_of_worn = 10;
  return dead * part_of_worn > versions;
}

}  // namespace hemero
