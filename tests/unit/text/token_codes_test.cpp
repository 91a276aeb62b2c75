#include "common/text/token_codes.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Codes = std::vector<std::uint32_t>;

/// Writes down what it is shown: | sentence, ¶ paragraph, @lead, @body, ~ particle, +2 compound of two.
class Scribe : public TokenVisitor {
 public:
  void start(Break before) { add(before == Break::sentence ? "|" : "¶"); }
  void start_zone(Field zone) { add(zone == Field::lead ? "@lead" : "@body"); }
  bool token(const CodedToken& token) {
    add((token.parts > 0 ? "+" + std::to_string(token.parts) + " " : "") + (token.particle ? "~" : "") +
        std::to_string(token.surface));
    return true;
  }
  const std::string& text() const { return text_; }

 private:
  void add(const std::string& word) { text_ += (text_.empty() ? "" : " ") + word; }

  std::string text_;
};

Codes coded_again(const Codes& codes) {
  Codes again;
  read_tokens(ListedCodes(codes), TokenCoder(CodeList{again}));
  return again;
}

TEST_CASE("codes are read as tokens, and tokens written as the same codes") {
  const struct {
    Codes codes;
    const char* tokens;
    const char* reason;
  } rows[] = {
      {{}, "", "nothing"},
      {{8, 9, 8}, "0 1 0", "surfaces"},
      {{1, 8, 2, 1, 9, 3, 1, 10, 0, 11}, "¶ 0 @lead ¶ 1 @body ¶ 2 | 3", "a title, a lead and a body of two sentences"},
      {{7, 8, 9}, "~0 1", "an elided word; the next one is whole"},
      {{4, 8, 9, 10, 11}, "+2 0 1 2 3", "a compound of two; the next token is none"},
      {{5, 8, 9, 7, 10, 11}, "+3 0 1 ~2 3", "of three, with an elided word inside"},
      {{6, 4, 8, 9, 10, 11, 12}, "+4 0 1 2 3 4", "of more, told behind its code"},
      {{6, 9, 17, 8}, "+9 9 0", "a count that is as great as a surface's code is none"},
      {{1, 3}, "¶ @body", "marks without a token behind them"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(read_tokens(ListedCodes(row.codes), Scribe()).text() == row.tokens);
    CHECK(coded_again(row.codes) == row.codes);
  }
}

TEST_CASE("codes that end too early are read as far as they go") {
  for (const Codes& codes : {Codes{8, 6}, Codes{8, 6, 5}, Codes{8, 7}, Codes{8, 4}}) {
    INFO(codes.back());
    CHECK(read_tokens(ListedCodes(codes), Scribe()).text() == "0");
  }
}

TEST_CASE("a visitor that has seen enough is shown no more") {
  struct First : TokenVisitor {
    std::uint32_t surface = 0;
    bool token(const CodedToken& token) {
      surface = token.surface;
      return false;
    }
  };
  CHECK(read_tokens(ListedCodes(Codes{11, 12, 13}), First()).surface == 3);
}

}  // namespace
}  // namespace hemero
