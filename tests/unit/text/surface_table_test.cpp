#include "common/text/surface_table.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// A table and the strings that its owner keeps.
struct Numbered {
  SurfaceTable table;
  std::vector<std::string> texts;

  std::uint32_t find(std::string_view text) const {
    return table.find(text, [this](std::uint32_t number) -> std::string_view { return texts[number]; });
  }
  std::uint32_t add(std::string_view text) {
    texts.emplace_back(text);
    return table.insert(text);
  }
};

TEST_CASE("strings are numbered in the order they come") {
  Numbered words;
  CHECK(words.find("maire") == SurfaceTable::absent);
  CHECK(words.add("maire") == 0);
  CHECK(words.add("") == 1);
  CHECK(words.add("Maire") == 2);
  CHECK(words.find("maire") == 0);
  CHECK(words.find("") == 1);
  CHECK(words.find("Maire") == 2);
  CHECK(words.find("mair") == SurfaceTable::absent);
}

TEST_CASE("many strings of any length are found again") {
  Numbered words;
  for (std::size_t size = 0; size < 60; ++size)
    for (const char last : {'x', 'y'}) {
      const std::string text = std::string(size, 'a') + last;
      REQUIRE(words.find(text) == SurfaceTable::absent);
      words.add(text);
    }
  for (int i = 0; i < 20'000; ++i) words.add("mot" + std::to_string(i));
  for (std::uint32_t number = 0; number < words.texts.size(); ++number)
    if (words.find(words.texts[number]) != number) FAIL(words.texts[number]);
  CHECK(words.find("mot20000") == SurfaceTable::absent);
  CHECK(words.find(std::string(61, 'a') + 'x') == SurfaceTable::absent);
}

}  // namespace
}  // namespace hemero
