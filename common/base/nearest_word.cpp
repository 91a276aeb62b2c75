#include "common/base/nearest_word.h"

#include <algorithm>

namespace hemero {

namespace {

constexpr std::size_t most_edits = 2;

/// Letters inserted, deleted, replaced, or swapped with a neighbour (optimal string alignment).
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view typed, const std::vector<std::string>& words) {
  constexpr std::size_t longest = 40;  // no name of ours is
  std::optional<std::string> nearest;
  if (typed.size() > longest) return nearest;
  std::size_t fewest = std::min(most_edits + 1, typed.size());
  for (const std::string& word : words) {
    const std::size_t distance = edits(typed, word);
    if (distance >= fewest) continue;
    fewest = distance;
    nearest = word;
  }
  return nearest;
}

}  // namespace hemero
