#include "common/base/names/near_words.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("a mistyped word is near what was meant, and near to little else") {
  using Words = std::vector<std::string>;
  const Words words{"add", "export", "show", "status", "--from", "--format"};
  const struct {
    const char* typed;
    Words meant;
    const char* reason;
  } rows[] = {
      {"show", {"show"}, "the same"},
      {"shwo", {"show"}, "two letters that changed places are one edit"},
      {"shöw", {"show"}, "a letter with an accent is one"},
      {"shoah", {}, "two edits of five letters are another word"},
      {"sattsu", {"status"}, "two of six are not"},
      {"stats", {"status"}, "a letter is missing"},
      {"exporte", {"export"}, "a letter too many"},
      {"explode", {}, "three edits"},
      {"--form", {"--from", "--format"}, "the nearer one first"},
      {"adds", {"add"}, "short"},
      {"ad", {}, "too short to be mistyped"},
      {"", {}, "nothing was typed"},
  };
  for (const auto& row : rows) {
    INFO(row.typed << ": " << row.reason);
    CHECK(near_words(row.typed, words) == row.meant);
  }
  CHECK(near_words(std::string(1'000'000, 'a'), words).empty());
}

}  // namespace
}  // namespace hemero
