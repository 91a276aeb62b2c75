#include "tests/unit/query/query_rows.h"

// The limits of a query: 4 KiB, 64 words, brackets 16 deep. Each is told in the notice.

namespace hemero {
namespace {

std::string repeated(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// "a1 a2 … aN".
std::string words(std::size_t count) {
  std::string all;
  for (std::size_t i = 1; i <= count; ++i) all += (i > 1 ? " a" : "a") + std::to_string(i);
  return all;
}

struct LimitRow {
  std::string query;
  std::string tree;
  std::vector<std::string> notices;  ///< a part of each
  const char* reason;
};

void check_limits(const std::vector<LimitRow>& rows) {
  for (const LimitRow& row : rows) {
    const ParsedQuery parsed = parse_query(row.query);
    INFO(row.reason << "\n" << joined(parsed.notices));
    CHECK(to_tree(parsed.tree) == row.tree);
    REQUIRE(parsed.notices.size() == row.notices.size());
    for (std::size_t i = 0; i < row.notices.size(); ++i) CHECK_THAT(parsed.notices[i], contains_text(row.notices[i]));
    check_round_trip(parsed);
  }
}

TEST_CASE("64 words") {
  const std::string most = words(64);
  check_limits({
      {words(63), "words(" + words(63) + ")", {}, "one fewer"},
      {most, "words(" + most + ")", {}, "as many as allowed"},
      {words(65), "words(" + most + ")", {"64"}, "one more, at the very end"},
      {words(66), "words(" + most + ")", {"64"}, "two more"},
      {words(65) + " ", "words(" + most + ")", {"64"}, "a blank behind"},
      {words(300), "words(" + most + ")", {"64"}, "many more"},
      {most + " !", "words(" + most + ")", {}, "a sign is no word"},
      {most + " )", "words(" + most + ")", {"bracket"}, "nor is a bracket"},
      {most + " date:2021", "words(" + most + " date:2021)", {}, "nor is a date"},
      {most + " -x", "words(" + most + ")", {"64", "operator"}, "the 65th is an exclusion"},
      {most + " ET x", "words(" + most + ")", {"64", "operator"}, "the 65th stands behind an operator"},
      {words(63) + " \"x y z\"", "words(" + words(63) + " \"x\")", {"64"}, "a phrase counts its words"},
      {"\"" + words(64) + "\"", "words(\"" + most + "\")", {}, "a phrase of 64"},
      {"\"" + words(70) + "\"", "words(\"" + most + "\")", {"64"}, "a longer one keeps its beginning"},
      {words(63) + " \"% x\"", "words(" + words(63) + ")", {"64"}, "nothing of it but a sign"},
      {words(63) + " -\"% x\"", "words(" + words(63) + ")", {"64", "operator"}, "an exclusion of it excludes nothing"},
      {most + " \"x y\"", "words(" + most + ")", {"64"}, "no room for a phrase"},
  });
}

TEST_CASE("a word that stands twice in the tree was typed once") {
  const ParsedQuery parsed = parse_query(words(62) + " x PRÈS/3 y>=2");
  CHECK(to_tree(parsed.tree) == "words(" + words(62) + " near(3 x y) y>=2)");
  REQUIRE(parsed.notices.size() == 1);
  CHECK_THAT(parsed.notices.front(), contains_text("PRÈS"));
}

TEST_CASE("4 KiB") {
  const std::string longest = repeated(4096, "a");
  check_limits({
      {longest, "words(" + longest + ")", {}, "as long as allowed"},
      {longest + "b", "words(" + longest + ")", {"4096"}, "one byte more"},
      {repeated(5000, "b "), "words(" + repeated(63, "b ") + "b)", {"4096", "64"}, "both limits"},
      {repeated(4095, "a") + "é", "words(" + repeated(4095, "a") + ")", {"4096"}, "never half a character"},
      {repeated(4096, " ") + "x", "words()", {"4096"}, "blanks count"},
      {"pluie" + repeated(4096, " ") + "vent", "words(pluie)", {"4096"}, ""},
      {repeated(100'000, "é"), "words(" + repeated(2048, "é") + ")", {"4096"}, "a pasted page"},
  });
}

TEST_CASE("brackets nest 16 deep") {
  const auto nested = [](std::size_t depth, std::string_view inside) {
    return repeated(depth, "(") + std::string(inside) + repeated(depth, ")");
  };
  const auto chain = [](std::size_t depth) {
    std::string query = "x";
    std::string tree = "x";
    for (std::size_t i = 0; i < depth; ++i) {
      query = "(b " + query + ")";
      tree = "words(b " + tree + ")";
    }
    return std::pair("a " + query, "words(a " + tree + ")");
  };
  const std::string nested_words = repeated(15, "words(a ") + "words(" + repeated(48, "a ") + "a" + repeated(16, ")");
  check_limits({
      {nested(16, "a"), "words(a)", {}, "as deep as allowed"},
      {nested(17, "a"), "words(a)", {"16"}, "one deeper: the word stays"},
      {nested(17, "a OU b"), "any(a b)", {"16"}, ""},
      {nested(2000, "pluie"), "words(pluie)", {"16"}, "very deep"},
      {chain(16).first, chain(16).second, {}, "groups in groups"},
      {nested(16, "a -(b c)"), "words(a)", {"16"}, "an exclusion too deep is dropped with what it holds"},
      {nested(16, "a SAUF (b OU c) d"), "words(a d)", {"16"}, ""},
      {nested(16, "a titre:(b OU c)"), "words(a)", {"16"}, "so is a field"},
      {repeated(4096, "("), "words()", {"bracket", "16"}, "nothing but brackets"},
      {repeated(50'000, "(") + "a", "words()", {"4096", "bracket", "16"}, "50,000 of them"},
      {repeated(2000, "(a "), nested_words, {"4096", "64", "bracket", "16"}, "brackets that never end"},
      {repeated(300, "MÊME:phrase("), "words()", {"bracket", "16", "operator"}, ""},
      {repeated(600, "titre:"), "words(titre:titre)", {"stands apart"}, "fields of fields"},
      {repeated(600, "titre:") + "a", "words(titre:a)", {}, ""},
      {repeated(1000, "-"), "words()", {}, ""},
      {repeated(800, "SAUF "), "words()", {"operator"}, ""},
  });
}

TEST_CASE("a chain of nearness needs no brackets") {
  std::string chain = "a";
  for (int i = 0; i < 63; ++i) chain += " PRÈS/3 b";
  const ParsedQuery parsed = parse_query(chain);
  CHECK(parsed.notices.empty());
  check_round_trip(parsed);
}

TEST_CASE("a tree is written with no more brackets than it was read with") {
  std::string query = "x";
  for (int depth = 0; depth < 16; ++depth) query = "(a OU b c ET " + query + ")";
  const ParsedQuery parsed = parse_query(query);
  CHECK(parsed.notices.empty());
  check_round_trip(parsed);
}

}  // namespace
}  // namespace hemero
