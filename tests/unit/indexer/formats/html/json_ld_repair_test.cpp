#include "indexer/formats/html/json_ld_repair.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* json;
  const char* reason;
};

const Row rows[] = {
    {R"({"a": ["b", {"c": null}], "d": true})", R"([{"a":["b",{"c":null}],"d":true}])", "what is right stays"},
    {R"({"a": "b\"c\\", "d": "\u00e9"})", R"([{"a":"b\"c\\","d":"\u00e9"}])", "escapes stay"},
    {R"({"a": 1.5e3})", R"([{"a":"1.5e3"}])", "a number becomes a string"},
    {R"({"a": "b",})", R"([{"a":"b"}])", "a comma too many in an object"},
    {R"({"a": ["b", "c",, ],, })", R"([{"a":["b","c"]}])", "… in an array"},
    {"{\"a\": \"b\"\n \"c\": \"d\"}", R"([{"a":"b","c":"d"}])", "a comma is missing"},
    {R"({"a": "b"}{"c": "d"};)", R"([{"a":"b"},{"c":"d"}])", "one object after the other"},
    {"//<![CDATA[\n{\"a\": \"b\"}\n//]]>", R"([{"a":"b"}])", "a mark of CDATA in a comment"},
    {"//<![CDATA[ {\"a\": \"b\"} //]]>", R"([{"a":"b"}])", "… in one line"},
    {"/*<![CDATA[*/{\"a\": \"b\"}/*]]>*/", R"([{"a":"b"}])", "… in the other kind of comment"},
    {"<!-- {\"a\": \"b\"} -->", R"([{"a":"b"}])", "a comment of HTML"},
    {"{\"a\": /* x */ \"http://b\", // \"y\"\n \"c\": \"d\"}", R"([{"a":"http://b","c":"d"}])", "comments inside"},
    {"{\"a\": \"b\nc\td\"}", R"([{"a":"b c d"}])", "line feeds and tabs in a string"},
    {R"({"a": "le "loup" dit "oui", lui", "b": "c"})", R"([{"a":"le \"loup\" dit \"oui\", lui","b":"c"}])",
     "quotation marks in a string"},
    {R"({"a": {"b": "c"}])", R"([{"a":{"b":"c"}}])", "a wrong last bracket"},
    {R"({"a": ["b", {"c": "d)", R"([{"a":["b",{"c":"d"}]}])", "the end is missing"},
    {R"({"a": , "b", "c": undefined})", R"([{"a":null,"b":null,"c":"undefined"}])", "values are missing"},
    {R"({{"a": "b"}})", R"([{"":{"a":"b"}}])", "a name is missing"},
    {R"({"a": "l\'ami \u12 \x"})", R"([{"a":"l'ami u12 x"}])", "what is no escape"},
    {"{\"a\": \"b\\", R"([{"a":"b"}])", "a backslash at the end"},
    {"{'a': 'b \"c\"', 'd': ['e', 'f'], 'g': {'h': 'i'}}", R"([{"a":"b \"c\"","d":["e","f"],"g":{"h":"i"}}])",
     "single quotation marks"},
    {"{'a': 'l\\'été', 'b': 'l'été, l'an', 'c': \"d'e\"}", R"([{"a":"l'été","b":"l'été, l'an","c":"d'e"}])",
     "… and apostrophes"},
    {R"({"a": 'b, "c": "d'e"})", R"([{"a":"b, \"c\": \"d'e\"}"}])", "one that never ends"},
    {R"({"a": b'c, "d": 'e'})", R"([{"a":"b","c":null,"d":"e"}])", "an apostrophe begins none"},
    {"}] alert(\"x\")", "[]", "no JSON"},
    {"", "[]", "nothing"},
};

TEST_CASE("what templates print as JSON becomes JSON") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(repaired_json(row.text) == row.json);
  }
}

}  // namespace
}  // namespace hemero
