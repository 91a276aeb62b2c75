#include "query/request/request_address.h"

#include <algorithm>
#include <random>
#include <set>

#include "common/base/error.h"
#include "tests/support/catch.h"

namespace hemero {

namespace {

Date year(int number) {
  Date date;
  date.year = static_cast<std::int16_t>(number);
  date.precision = DatePrecision::year;
  return date;
}

/// A text of bytes of all kinds, never empty.
std::string some_text(std::mt19937& random) {
  static const std::string pieces[]{"grève", "&", "=", "%", "+", " ", "\n", "« l’état »", "a", "%41", "/", "\"", "😀"};
  std::string text;
  do text += pieces[random() % std::size(pieces)];
  while (random() % 3 != 0);
  return text;
}

NameFilter some_names(std::mt19937& random) {
  NameFilter names;
  while (random() % 2 == 0) names.any.push_back(some_text(random));
  while (random() % 3 == 0) names.none.push_back(some_text(random));
  names.lacking = random() % 4 == 0;
  return names;
}

AskedSearch some_search(std::mt19937& random) {
  AskedSearch asked;
  SearchRequest& request = asked.request;
  if (random() % 5 != 0) request.text = some_text(random);
  request.match = static_cast<MatchMode>(random() % 3);
  request.misread = random() % 3 == 0;
  asked.synonyms = random() % 3 == 0;
  if (random() % 3 == 0) request.from = year(1900 + static_cast<int>(random() % 100));
  if (random() % 3 == 0) request.to = year(1900 + static_cast<int>(random() % 100));
  request.undated = random() % 4 == 0;
  for (const RestrictedField& field : restricted_fields) request.*field.filter = some_names(random);
  while (random() % 4 == 0) request.dossiers.push_back(some_text(random));
  return asked;
}

bool are_alike(const NameFilter& a, const NameFilter& b) {
  return a.any == b.any && a.none == b.none && a.lacking == b.lacking;
}

}  // namespace

TEST_CASE("a search has one address") {
  AskedSearch asked;
  CHECK(to_address(asked).empty());
  asked.request.text = "grève & l’état";
  asked.request.match = MatchMode::any;
  asked.request.from = year(2019);
  asked.request.sources.any = {"Le Monde", "AFP"};
  asked.request.languages.none = {"en"};
  asked.request.sites.lacking = true;
  asked.request.undated = true;
  asked.synonyms = true;
  CHECK(to_address(asked) ==
        "q=gr%C3%A8ve%20%26%20l%E2%80%99%C3%A9tat&match=any&synonyms=1&from=2019&source=Le%20Monde&source=AFP"
        "&not-language=en&without=site&without=date");
}

TEST_CASE("a search is what one types") {
  const struct {
    const char* address;
    const char* arguments;
    const char* reason;
  } rows[] = {
      {"", "", "all articles"},
      {"q=gr%C3%A8ve", "grève", "a word"},
      {"q=a%20%C2%AB%20b%20%C2%BB&from=2019", "--from 2019 'a « b »'", "a shell reads it"},
      {"q=-a&ocr=1&synonyms=1", "--ocr --synonyms -- -a", "flags, and a dash that is no option's"},
      {"source=1&not-source=L%27Est&without=date", "--source 1 --not-source 'L'\\''Est' --without date", "names"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(to_arguments(from_address(row.address)) == row.arguments);
  }
}

TEST_CASE("an address says which articles are meant, and nothing else") {
  AskedSearch asked;
  asked.request.limit = 3;
  asked.request.order = SortOrder::oldest;
  read_address("q=a", asked);
  CHECK(asked.request.text == "a");
  CHECK(asked.request.limit == 3);
  CHECK((asked.request.order == SortOrder::oldest));
}

TEST_CASE("a search is the same after it was an address") {
  std::mt19937 random(4);
  std::set<std::string> names;
  for (int round = 0; round < 10'000; ++round) {
    const AskedSearch asked = some_search(random);
    for (const auto& [name, value] : address_parameters(asked)) names.insert(name);
    const std::string address = to_address(asked);
    INFO(address);
    const AskedSearch read = from_address(address);
    CHECK(read.request.text == asked.request.text);
    CHECK(read.request.match == asked.request.match);
    CHECK(read.request.misread == asked.request.misread);
    CHECK(read.synonyms == asked.synonyms);
    CHECK(read.request.from == asked.request.from);
    CHECK(read.request.to == asked.request.to);
    CHECK(read.request.undated == asked.request.undated);
    for (const RestrictedField& field : restricted_fields)
      CHECK(are_alike(read.request.*field.filter, asked.request.*field.filter));
    CHECK(read.request.dossiers == asked.request.dossiers);
    CHECK(to_address(read) == address);
  }
  for (const Parameter& parameter : search_parameters()) {
    INFO(parameter.name);
    CHECK(names.contains(parameter.name));
  }
}

TEST_CASE("what an address may ask for is told") {
  const auto parameter = [](const std::string& name) {
    const std::vector<Parameter> all = search_parameters();
    return *std::ranges::find(all, name, &Parameter::name);
  };
  const struct {
    const char* name;
    const char* possible;
  } rows[] = {
      {"match", "match may be: auto, all, any"},
      {"ocr", "ocr=1, or nothing"},
      {"from", "from may be a day, a month or a year: 2019-12-05, 2019-12, 2019"},
      {"without", "without may be: source, author, section, language, site, date"},
      {"source", ""},
  };
  for (const auto& row : rows) CHECK(possible_values(parameter(row.name)) == row.possible);
  const Parameter number{.name = "n", .kind = Parameter::Kind::number, .least = 2, .most = 10};
  CHECK(possible_values(number) == "n may be a number from 2 to 10");
  for (const char* value : {"2", "10"}) CHECK(may_be(number, value));
  for (const char* value : {"", "1", "11", "-2", "2 ", "+3", "0x3", "99999999999999999999"})
    CHECK_FALSE(may_be(number, value));
}

TEST_CASE("what is no address of a search is refused") {
  const struct {
    const char* address;
    const char* reason;
  } rows[] = {
      {"q", "a name without a value"},
      {"q=%", "a percent sign alone"},
      {"q=%4", "one digit"},
      {"q=%4g", "no digit"},
      {"colour=red", "a name that is none"},
      {"from=demain", "no date"},
      {"match=some", "no word of this name"},
      {"ocr=yes", "a flag is 1"},
      {"source=", "an empty name"},
      {"without=title", "no field that articles can be without"},
      {"q=a&&from=2019", "nothing between two signs"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK_THROWS_AS(from_address(row.address), Error);
  }
  CHECK(from_address("q=a+b").request.text == "a b");
}

TEST_CASE("any text is refused, or a search that has an address") {
  static const std::string pieces[]{"%",         "%4",     "%00",     "%zz", "&",    "=",
                                    "&without=", "&from=", "&match=", "é",   "\xE9", ""};
  std::mt19937 random(6);
  std::size_t refused = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string address = to_address(some_search(random));
    address.replace(random() % (address.size() + 1), random() % 4, pieces[random() % std::size(pieces)]);
    INFO(address);
    try {
      const std::string again = to_address(from_address(address));
      CHECK(to_address(from_address(again)) == again);
    } catch (const Error&) {
      ++refused;
    }
  }
  CHECK(refused > 500);
  CHECK(refused < 4500);
}

}  // namespace hemero
