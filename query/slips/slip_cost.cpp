#include "query/slips/slip_cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"

namespace hemero {

namespace {

constexpr double one_letter = 1;
constexpr double strange_letter = 1.5;  ///< for one that is nowhere near on the keyboard
constexpr double neighbouring_key = 0.85;
constexpr double swapped = 0.75;
constexpr double doubled = 0.5;
constexpr double other_accent = 0.25;
constexpr double first_letter = 0.5;  ///< on top of the others

/// The letter keys of a French keyboard, each row further right than the one above by a part of a key.
struct KeyRow {
  std::string_view letters;
  double shift;
};
constexpr std::array key_rows{KeyRow{"azertyuiop", 0}, KeyRow{"qsdfghjklm", 0.25}, KeyRow{"wxcvbn", 0.75}};

/// A letter with its unaccented one.
struct Letter {
  char32_t printed = 0;
  std::string plain;  ///< folded
};

std::vector<Letter> letters_of(std::string_view word) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    std::string plain;
    append_folded(plain, c.value);
    letters.push_back({c.value, std::move(plain)});
    at += c.size;
  }
  return letters;
}

bool are_neighbours(const std::string& a, const std::string& b) {
  for (std::size_t row = 0; row < key_rows.size(); ++row)
    for (std::size_t other = row; other < std::min(row + 2, key_rows.size()); ++other)
      for (const auto& [upper, lower] : {std::pair(a, b), std::pair(b, a)}) {
        const std::size_t x = key_rows[row].letters.find(upper);
        const std::size_t y = key_rows[other].letters.find(lower);
        if (x == std::string_view::npos || y == std::string_view::npos) continue;
        const double apart =
            static_cast<double>(x) + key_rows[row].shift - static_cast<double>(y) - key_rows[other].shift;
        if (std::abs(apart) <= 1) return true;
      }
  return false;
}

double replaced_cost(const Letter& typed, const Letter& meant) {
  if (typed.printed == meant.printed) return 0;
  if (typed.plain == meant.plain) return other_accent;
  return are_neighbours(typed.plain, meant.plain) ? neighbouring_key : strange_letter;
}

/// For a letter that only one of the two words has.
double alone_cost(const std::vector<Letter>& word, std::size_t at) {
  const auto same = [&](std::size_t other) { return other < word.size() && word[other].plain == word[at].plain; };
  if (same(at + 1) || (at > 0 && same(at - 1))) return doubled;
  return at == 0 ? one_letter + first_letter : one_letter;
}

}  // namespace

double slip_cost(std::string_view typed, std::string_view meant) {
  const std::vector<Letter> a = letters_of(typed);
  const std::vector<Letter> b = letters_of(meant);
  std::vector<std::vector<double>> cost(a.size() + 1, std::vector<double>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 && j == 0) continue;
      double least = HUGE_VAL;
      if (i > 0) least = std::min(least, cost[i - 1][j] + alone_cost(a, i - 1));
      if (j > 0) least = std::min(least, cost[i][j - 1] + alone_cost(b, j - 1));
      const double first = i == 1 && j == 1 ? first_letter : 0;
      if (i > 0 && j > 0) {
        const double replaced = replaced_cost(a[i - 1], b[j - 1]);
        least = std::min(least, cost[i - 1][j - 1] + replaced + (replaced > other_accent ? first : 0));
      }
      if (i > 1 && j > 1 && a[i - 1].plain == b[j - 2].plain && a[i - 2].plain == b[j - 1].plain)
        least = std::min(least, cost[i - 2][j - 2] + swapped);
      cost[i][j] = least;
    }
  return cost[a.size()][b.size()];
}

}  // namespace hemero
