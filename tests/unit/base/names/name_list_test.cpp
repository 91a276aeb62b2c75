#include "common/base/names/name_list.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("names have their texts beside them") {
  struct Row {
    std::vector<NameRow> rows;
    std::size_t indent;
    std::size_t widest;
    std::string text;
    const char* reason;
  };
  const std::string line = std::string(40, 'a') + " " + std::string(35, 'b');
  const Row rows[] = {
      {{}, 0, 40, "", "nothing is listed"},
      {{{"a", "un"}, {"été", "deux"}}, 0, 40, "a    un\nété  deux\n", "one column, characters counted"},
      {{{"a", "un"}, {"longer", "deux"}}, 2, 3, "  a  un\n  longer\n     deux\n", "a long name has its own line"},
      {{{"a", line + " c"}}, 0, 40, "a  " + line + "\n   c\n", "at most 80 columns"},
      {{{"a", std::string(90, 'a')}}, 0, 40, "a  " + std::string(90, 'a') + "\n", "a word is never cut"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(name_list(row.rows, row.indent, row.widest) == row.text);
  }
}

}  // namespace
}  // namespace hemero
