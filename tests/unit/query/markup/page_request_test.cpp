#include "query/markup/page_request.h"

#include <random>

#include "common/base/error.h"
#include "query/request/shown_parameters.h"
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

TEST_CASE("what only some pages have is as usual where nothing is said") {
  const PageRequest usual = read_page_request("q=loup&lines=right&window=5&compare=&against=&step=auto");
  CHECK(parameters_of(usual) == AddressParameters{{"q", "loup"}});
  CHECK(usual.value("window") == "5");
  CHECK(usual.value("against").empty());
  CHECK(choice(usual, "unit") == 0);
  const PageRequest other = read_page_request("q=loup&unit=articles&compare=ours&compare=&compare=lynx&window=10");
  CHECK(choice(other, "unit") == 1);
  CHECK(other.value("window") == "10");
  CHECK(other.own_values("compare") == std::vector<std::string>{"ours", "lynx"});
  CHECK(to_address(parameters_of(other)) == "q=loup&unit=articles&compare=ours&compare=lynx&window=10");
  CHECK(to_address(without_own(parameters_of(other))) == "q=loup");
}

TEST_CASE("what is no address of a page is refused") {
  for (const char* query : {"lines=best", "window=0", "window=16", "case=2", "step=hour", "lines=left&lines=form",
                            "page=0", "page=-1", "page=1x", "page=99999999999999999999", "page=10001", "sort=best",
                            "copies=some", "lang=de", "limit=5", "q", "q=%", "&", "q=a&&q=b"}) {
    INFO(query);
    CHECK_THROWS_AS(read_page_request(query), Error);
  }
}

std::string some_text(std::mt19937& random) {
  static const std::string signs[]{"a", "é", " ", "\"", "&", "=", "+", "%", "#", "?", "/", "<", ">", "«", "»", "'"};
  std::string made = "x";
  for (std::size_t i = random() % 12; i > 0; --i) made += signs[random() % std::size(signs)];
  return made;
}

/// One that is not the usual one.
std::string some_value(const Parameter& parameter, std::mt19937& random) {
  std::string value = parameter.usual;
  while (value == parameter.usual) switch (parameter.kind) {
      case Parameter::Kind::flag:
        value = "1";
        break;
      case Parameter::Kind::word:
        value = parameter.choices[random() % parameter.choices.size()];
        break;
      case Parameter::Kind::number:
        value = std::to_string(parameter.least + random() % (parameter.most - parameter.least + 1));
        break;
      case Parameter::Kind::date:
        value = std::to_string(1900 + random() % 100);
        break;
      default:
        value = some_text(random);
    }
  return value;
}

TEST_CASE("a page is the same after it was an address, whatever it asks for") {
  std::vector<Parameter> all = search_parameters();
  for (const ShownParameter& parameter : shown_parameters())
    if (parameter.on_pages) all.push_back(parameter);
  std::mt19937 random(9);
  for (int round = 0; round < 10'000; ++round) {
    AddressParameters parameters;
    for (const Parameter& parameter : all)
      if (random() % 3 == 0) parameters.emplace_back(parameter.name, some_value(parameter, random));
    const std::string address = to_address(parameters);
    INFO(address);
    REQUIRE(parameters_of(read_page_request(address)) == parameters);
  }
}

TEST_CASE("only what is asked for there may be asked for") {
  CHECK(read_request("q=a&limit=3", {"q", "limit"}).number("limit") == 3);
  CHECK(read_request("", {"limit"}).number("limit") == 20);
  CHECK(read_request("", {"lines"}).value("lines") == "right");
  CHECK_THROWS_AS(read_request("q=a&sort=newest", {"q", "limit"}), Error);
  try {
    read_request("colour=red", {"q", "limit"});
    FAIL("a name that is none");
  } catch (const Error& error) {
    CHECK(error.hint() == "there are q, limit");
  }
}

}  // namespace
}  // namespace hemero
