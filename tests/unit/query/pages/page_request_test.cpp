#include "query/pages/page_request.h"

#include <random>

#include "common/base/error.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("an address says which page of which articles is meant") {
  const PageRequest usual = read_page_request("");
  CHECK(usual.page == 1);
  CHECK(usual.asked.request.collapse);
  CHECK(usual.asked.request.limit == hits_a_page);
  CHECK(usual.asked.request.offset == 0);
  CHECK(parameters_of(usual).empty());
  const PageRequest third = read_page_request("q=loup+gris&sort=oldest&copies=all&page=3&lang=en&source=Le%20Monde");
  CHECK(third.asked.request.text == "loup gris");
  CHECK((third.asked.request.order == SortOrder::oldest));
  CHECK_FALSE(third.asked.request.collapse);
  CHECK(third.asked.request.offset == 2 * hits_a_page);
  CHECK(third.language == "en");
  CHECK(address_of("/recherche", parameters_of(third)) ==
        "/recherche?q=loup%20gris&source=Le%20Monde&sort=oldest&copies=all&page=3&lang=en");
  CHECK(parameters_of(read_page_request("sort=relevance&copies=collapse&page=1")).empty());
}

TEST_CASE("what is narrowed begins on its first page") {
  const AddressParameters parameters = parameters_of(read_page_request("q=loup&page=4"));
  CHECK(to_address(with(parameters, "source", "A")) == "q=loup&source=A");
  CHECK(to_address(without(parameters, {"q", "page"})).empty());
  CHECK(address_of("/aide", {}) == "/aide");
}

TEST_CASE("what is no address of a page is refused") {
  for (const char* query : {"page=0", "page=-1", "page=1x", "page=99999999999999999999", "page=10001", "sort=best",
                            "copies=some", "lang=de", "limit=5", "q", "q=%", "&", "q=a&&q=b"}) {
    INFO(query);
    CHECK_THROWS_AS(read_page_request(query), Error);
  }
}

TEST_CASE("a page is the same after it was an address, whatever it asks for") {
  std::mt19937 random(9);
  const std::string_view signs = "aé \"&=+%#?/<>«»'";
  const auto text = [&] {
    std::string made = "x";
    for (std::size_t i = random() % 12; i > 0; --i) {
      const std::size_t at = random() % signs.size();
      if ((signs[at] & 0x80) == 0) made += signs[at];
    }
    return made;
  };
  for (int round = 0; round < 10'000; ++round) {
    AddressParameters parameters{{"q", text()}};
    if (random() % 2 == 0) parameters.emplace_back("source", text());
    if (random() % 3 == 0) parameters.emplace_back("not-author", text());
    if (random() % 3 == 0) parameters.emplace_back("sort", random() % 2 == 0 ? "newest" : "oldest");
    if (random() % 3 == 0) parameters.emplace_back("page", std::to_string(2 + random() % 100));
    const std::string address = to_address(parameters);
    INFO(address);
    REQUIRE(parameters_of(read_page_request(address)) == parameters);
  }
}

}  // namespace
}  // namespace hemero
