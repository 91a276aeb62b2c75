#include "common/text/characters/one_line.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("a text in one line keeps its length") {
  for (const std::string text : {"a\nb", "a\r\nb", "a\tb",
                                 "a\x1b\x07\x7f"
                                 "b",
                                 "é\n", "\u009Bb"}) {
    CHECK(one_line(text).size() == text.size());
    for (const char c : one_line(text)) CHECK((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
  }
  CHECK(one_line("La grève, « ici »") == "La grève, « ici »");
  CHECK(one_line("a\u009B1;31m") == "a  1;31m");
  CHECK(one_line("\u00A0é") == "\u00A0é");
  CHECK(one_line("a\u202Egpj.exe\u2069") == "a\uFFFDgpj.exe\uFFFD");  // what turns the direction of writing
}

}  // namespace
}  // namespace hemero
