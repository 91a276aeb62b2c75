#include "query/words/edit_distance.h"

#include <random>

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* a;
  const char* b;
  std::size_t distance;
  const char* reason;
};

const Row rows[] = {
    {"", "", 0, ""},
    {"khalilzad", "khalilzad", 0, ""},
    {"khalilzad", "khalilzade", 1, "inserted at the end"},
    {"khalilzad", "halilzad", 1, "deleted at the start"},
    {"khalilzad", "kalilzad", 1, "deleted inside"},
    {"khalilzad", "khalilzat", 1, "replaced"},
    {"khalilzad", "khlailzad", 1, "two neighbours swapped are one edit"},
    {"khalilzad", "kahlilzda", 2, "swapped twice"},
    {"khalilzad", "kalilzat", 2, ""},
    {"ab", "ba", 1, ""},
    {"abc", "cba", 2, ""},
    {"ca", "abc", 3, "nothing is edited twice: not 2 (optimal string alignment)"},
    {"a", "", 1, ""},
    {"", "abc", 3, ""},
    {"abc", "xyz", 3, ""},
    {"kitten", "sitting", 3, ""},
    {"été", "ete", 2, "code points, not bytes"},
    {"北京", "北平", 1, ""},
    {"😀", "😁", 1, ""},
    {"œ", "oe", 2, ""},
    {"aaaa", "aaa", 1, "the same letter again"},
    {"abab", "baba", 2, "common letters all along"},
};

TEST_CASE("words are compared by edits") {
  for (const Row& row : rows)
    for (std::size_t most = 0; most <= 3; ++most) {
      INFO(row.a << " " << row.b << " " << most << ": " << row.reason);
      CHECK(within_edits(row.a, row.b, most) == (row.distance <= most));
      CHECK(within_edits(row.b, row.a, most) == (row.distance <= most));
    }
}

/// The distance by the whole table, as the definition says it.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& cell = table[i][j];
      cell = i == 0 ? j : j == 0 ? i : table[i - 1][j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0);
      if (i > 0) cell = std::min(cell, table[i - 1][j] + 1);
      if (j > 0) cell = std::min(cell, table[i][j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cell = std::min(cell, table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

TEST_CASE("short cuts do not change the distance") {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string letters(random() % 9, ' ');
    for (char& letter : letters) letter = static_cast<char>('a' + random() % 3);
    return letters;
  };
  for (int round = 0; round < 30'000; ++round) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t distance = plain_distance(a, b);
    for (std::size_t most = 1; most <= 3; ++most) {
      INFO(a << " " << b << " " << most);
      REQUIRE(within_edits(a, b, most) == (distance <= most));
    }
  }
}

TEST_CASE("one matcher compares a word with many") {
  EditMatcher matcher("khalilzade", 2);
  CHECK(matcher.matches("khalilzad"));
  CHECK_FALSE(matcher.matches("kaboul"));
  CHECK(matcher.matches("kalilzad"));
  CHECK_FALSE(matcher.matches(""));
  CHECK(matcher.matches("khalilzade"));
}

}  // namespace
}  // namespace hemero
