#include "common/text/token.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("a token's surface is its slice, or what it is given") {
  TokenList tokens;
  tokens.start("gou\u00ADver le maire");
  tokens.add(0, 8, "gouver");
  tokens.add(9, 11);
  CHECK(tokens.surface(tokens.tokens()[0]) == "gouver");
  CHECK(tokens.surface(tokens.tokens()[1]) == "le");
  CHECK(tokens.tokens()[0].rewritten);
  CHECK_FALSE(tokens.tokens()[1].rewritten);
}

TEST_CASE("a surface is cut to 96 bytes, between characters") {
  const std::string text = std::string(95, 'a') + "é";
  TokenList tokens;
  tokens.start(text);
  tokens.add(0, 97);
  tokens.add(0, 97, text);
  tokens.add(0, 95, text.substr(0, 95) + "b");
  CHECK(tokens.surface(tokens.tokens()[0]) == std::string(95, 'a'));
  CHECK(tokens.surface(tokens.tokens()[1]) == std::string(95, 'a'));
  CHECK(tokens.surface(tokens.tokens()[2]).size() == 96);
  CHECK(tokens.tokens()[0].end == 97);
}

TEST_CASE("a compound shares its start with its first part") {
  TokenList tokens;
  tokens.start("week-end et");
  Token& compound = tokens.add(0, 8);
  compound.kind = TokenKind::compound;
  compound.parts = 2;
  tokens.add(0, 4);
  tokens.add(5, 8);
  tokens.add(9, 11);
  tokens.mark_start(0, Break::sentence, true);
  CHECK(tokens.tokens()[0].break_before == Break::sentence);
  CHECK(tokens.tokens()[0].opens);
  CHECK(tokens.tokens()[1].opens);
  CHECK(tokens.tokens()[1].break_before == Break::none);
  CHECK_FALSE(tokens.tokens()[2].opens);
}

TEST_CASE("a list starts anew with another text") {
  TokenList tokens;
  tokens.start("un");
  tokens.add(0, 2, "deux");
  tokens.start("trois");
  CHECK(tokens.tokens().empty());
  tokens.add(0, 5);
  CHECK(tokens.surface(tokens.tokens().front()) == "trois");
}

}  // namespace
}  // namespace hemero
