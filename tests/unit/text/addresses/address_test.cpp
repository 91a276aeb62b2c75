#include "common/text/addresses/address.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("what seems to be the address of a page") {
  const struct {
    const char* text;
    bool is_one;
    bool surely;
    const char* reason;
  } rows[] = {
      {"https://a.example/b", true, true, ""},
      {"HTTP://a.example", true, true, "schemes are in whatever case"},
      {"www.a.example", true, true, "www. begins no word"},
      {"a.example/b", true, false, "a host and a path"},
      {"sous.a.example/", true, false, "a slash is a path"},
      {"a.example", false, false, "a name with a dot may be a word"},
      {"http://", false, false, "nothing but a scheme"},
      {"https://a.example/b c", false, false, "a blank ends an address"},
      {"a.example/b c", false, false, ""},
      {"km/h", false, false, "no dot"},
      {"1.5/2", false, false, "numbers name no host"},
      {"S.N.C.F./RATP", false, false, "nothing stands behind the last dot"},
      {"url:a.example/b", false, false, "a field"},
      {"", false, false, ""},
  };
  for (const auto& row : rows) {
    INFO(row.text << ": " << row.reason);
    CHECK(is_address(row.text) == row.is_one);
    CHECK(is_surely_address(row.text) == row.surely);
  }
}

TEST_CASE("the ways to write an address meet") {
  const struct {
    const char* one;
    const char* other;
    bool meet;
    const char* reason;
  } rows[] = {
      {"https://www.a.example/b/", "a.example/b", true, "scheme, www., slash at the end"},
      {"http://a.example/b", "https://a.example/b", true, "either scheme"},
      {"https://a.example/b#comments", "https://a.example/b", true, "a place within the page"},
      {"https://A.Example/b", "https://a.example/b", true, "hosts have no case"},
      {"https://a.example/%C3%A9t%C3%A9", "https://a.example/été", true, "as browsers copy it"},
      {"https://a.example/", "a.example", true, "a site's first page"},
      {"https://a.example/100%", "https://a.example/100%25", true, "a sign that was not written as it should"},
      {"https://a.example/B", "https://a.example/b", false, "paths have case"},
      {"https://a.example/b?id=1", "https://a.example/b?id=2", false, "the query names the page"},
      {"https://a.example/b", "https://b.example/b", false, ""},
      {"https://m.a.example/b", "https://a.example/b", false, "another host"},
  };
  for (const auto& row : rows) {
    INFO(row.one << " " << row.other << ": " << row.reason);
    CHECK((comparable_address(row.one) == comparable_address(row.other)) == row.meet);
  }
}

}  // namespace
}  // namespace hemero
