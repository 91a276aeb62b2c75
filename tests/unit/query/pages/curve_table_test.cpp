#include "query/pages/curve_table.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("a period is searched as far as the search reaches into it") {
  struct Row {
    AddressParameters search;
    const char* from;
    const char* to;
    const char* why;
  };
  const Row rows[] = {
      {{}, "2019-06-01", "2019-06-30", "all of it"},
      {{{"from", "2018"}, {"to", "2020"}}, "2019-06-01", "2019-06-30", "all of it lies between them"},
      {{{"from", "2019-06-15"}}, "2019-06-15", "2019-06-30", "it begins before"},
      {{{"from", "2019-06"}, {"to", "2019-06"}}, "2019-06-01", "2019-06-30", "the same month"},
      {{{"to", "2019"}}, "2019-06-01", "2019-06-30", "a year ends behind its months"},
      {{{"to", "2019-06-10"}}, "2019-06-01", "2019-06-10", "it ends behind"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(search_in(row.search, "2019-06-01", "2019-06-30") == AddressParameters{{"from", row.from}, {"to", row.to}});
  }
}

TEST_CASE("a search for other words keeps the rest, on its first page") {
  const AddressParameters search{{"q", "loup"}, {"source", "A"}, {"page", "3"}};
  CHECK(to_address(search_for(search, "ours")) == "q=ours&source=A");
  CHECK(to_address(search_for(search, "")) == "source=A");
}

}  // namespace
}  // namespace hemero
