#include "query/language/dropped_form.h"

#include "query/language/parser.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

QueryNode word(const std::string& typed) {
  QueryNode tree = parse_query(typed).tree;
  return tree.children.empty() ? tree : tree.children.front();
}

TEST_CASE("a form is dropped where its word stands, and nothing else of the query is changed") {
  struct Row {
    const char* query;
    const char* word;
    const char* form;
    const char* without;
    const char* why;
  };
  const Row rows[] = {
      {"crue", "crue", "cru", "crue~-cru", "a word alone"},
      {"crue~-cru", "crue~-cru", "crû", "crue~-cru~-crû", "one more"},
      {"crue seine OU (crue loire)", "crue", "cru", "crue~-cru seine OU crue~-cru loire", "wherever it stands"},
      {"seine -crue", "crue", "cru", "seine -crue~-cru", "also what is excluded"},
      {"titre:crue", "titre:crue", "cru", "titre:crue~-cru", "in a field"},
      {"crue>=2", "crue>=2", "cru", "crue~-cru>=2", "with a number"},
      {"ambassad*", "ambassad*", "ambassade", "ambassad*~-ambassade", "of words that begin so"},
      {"« la crue » crue", "crue", "cru", "\"la crue\" crue~-cru", "not in a phrase"},
      {"week-end", "week-end", "week-end", "week-end~-week-end", "a compound"},
  };
  for (const Row& row : rows) {
    INFO(row.query << ": " << row.why);
    const auto changed = without_form(row.query, word(row.word), row.form);
    REQUIRE(changed);
    CHECK(*changed == row.without);
    QueryNode dropped = word(row.word);
    dropped.dropped.emplace_back(row.form);
    CHECK(parse_query(*with_form(*changed, dropped, row.form)).tree == parse_query(row.query).tree);
  }
}

TEST_CASE("a form stands instead of its word as it is printed") {
  CHECK(with_only_form("crue seine", word("crue"), "Crue") == "=Crue seine");
  CHECK(with_only_form("crue~-cru", word("crue~-cru"), "crues") == "=crues");
}

TEST_CASE("what cannot be typed so is not offered") {
  CHECK_FALSE(without_form("seine", word("crue"), "cru"));         // the query has no such word
  CHECK_FALSE(without_form("« crue »", word("« crue »"), "cru"));  // a phrase reaches nothing else
  CHECK_FALSE(without_form("crue", word("crue"), "€"));            // it would be read as nothing
  CHECK_FALSE(with_only_form("crue", word("crue"), "cru e"));      // it would be two words
}

}  // namespace
}  // namespace hemero
