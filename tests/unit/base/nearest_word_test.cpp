#include "common/base/nearest_word.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("the nearest word is at most two letters away") {
  const std::vector<std::string> words{"add", "export", "show", "status", "--from", "--format"};
  const struct {
    const char* typed;
    const char* meant;
    const char* reason;
  } rows[] = {
      {"show", "show", "the same"},
      {"shwo", "show", "two letters that changed places are one edit"},
      {"sohws", "show", "two edits"},
      {"stats", "status", "a letter is missing"},
      {"exporte", "export", "a letter too many"},
      {"explode", "", "three edits"},
      {"--form", "--from", "the nearer one, though the other is near too"},
      {"ad", "add", "short"},
      {"a", "", "all of it would be wrong"},
      {"", "", "nothing was typed"},
  };
  for (const auto& row : rows) {
    INFO(row.typed << ": " << row.reason);
    CHECK(nearest_word(row.typed, words).value_or("") == row.meant);
  }
  CHECK_FALSE(nearest_word(std::string(1'000'000, 'a'), words));
}

}  // namespace
}  // namespace hemero
