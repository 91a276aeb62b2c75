#include "common/base/visible.h"

#include "common/base/error.h"
#include "common/base/message.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("what a terminal would obey is shown as what it is") {
  const struct {
    std::string_view text;
    std::string_view shown;
    const char* reason;
  } rows[] = {
      {"", "", ""},
      {"grève à Łódź, 1\u202F000 €, 😀", "grève à Łódź, 1\u202F000 €, 😀", "characters of every length stay"},
      {"a\x1B]0;x\x07z", "a␛]0;x␇z", "the title of a terminal's window"},
      {"a\nb\tc\rd\x7F", "a␊b␉c␍d␡", "a line that is forged"},
      {std::string_view("a\0b", 3), "a␀b", ""},
      {"a\xC2\x9B"
       "31mz",
       "a<U+009B>31mz", "CSI in one character"},
      {"a\u202Egpj.exe\u2066z\u2069", "a<U+202E>gpj.exe<U+2066>z<U+2069>", "what turns the direction of writing"},
      {"a\u2028z", "a<U+2028>z", "an end of a line"},
      {"nom\xFF\xFE.txt", "nom��.txt", "no UTF-8"},
      {"a\x9B"
       "31m",
       "a�31m", "CSI in a byte"},
      {"\xE2\x80", "��", "a character that is cut off"},
      {"\xC1\xBF\xED\xA0\x80\xF5", "������", "too long, half of a pair, beyond the last"},
  };
  for (const auto& row : rows) {
    INFO(row.shown << ": " << row.reason);
    CHECK(visible(row.text) == row.shown);
  }
}

TEST_CASE("messages show what they name") {
  CHECK(message("cannot read {}", "nom\x1B[31m") == "cannot read nom␛[31m");
  CHECK(message("{}: {}", std::string("a\nb"), 7) == "a␊b: 7");
  CHECK(system_error(EIO, "cannot read {}", "nom\x1B[31m").message().starts_with("cannot read nom␛[31m: "));
}

}  // namespace
}  // namespace hemero
