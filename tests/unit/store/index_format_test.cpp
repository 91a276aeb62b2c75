#include "common/store/index/index_format.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

TEST_CASE("the term of a word family is its number in as few bytes as it needs") {
  struct Row {
    std::uint32_t family;
    std::string term;
  };
  const Row rows[] = {
      {0, std::string("\x80\x00", 2)},
      {1, "\x80\x01"},
      {0x3FFF, "\xBF\xFF"},
      {0x4000, std::string("\xC0\x40\x00", 3)},
      {0x12345, "\xC1\x23\x45"},
      {0x3EFFFF, "\xFE\xFF\xFF"},
      {0x3F0000, std::string("\xFF\x00\x3F\x00\x00", 5)},
      {std::numeric_limits<std::uint32_t>::max(), "\xFF\xFF\xFF\xFF\xFF"},
  };
  for (const Row& row : rows) {
    INFO(row.family);
    CHECK((family_term(row.family) == row.term));
  }
}

TEST_CASE("different families have different terms, and none starts like the term of a field") {
  std::set<std::string> terms;
  std::size_t families = 0;
  for (std::uint32_t family = 0; family < 0x410000; family += family < 0x5000 ? 1 : 97) {
    const std::string term = family_term(family);
    terms.insert(term);
    ++families;
    if (static_cast<unsigned char>(term[0]) < 0x80) FAIL(family);
  }
  CHECK(terms.size() == families);
}

Date date(const char* iso) {
  const auto parsed = parse_iso_date(iso);
  REQUIRE(parsed);
  return *parsed;
}

TEST_CASE("dates have terms for their year, month and day, and sort as text") {
  CHECK(year_term(2021) == "Y2021");
  CHECK(year_term(944) == "Y0944");
  CHECK(month_term(2021, 8) == "M202108");
  CHECK(day_term(2021, 8, 1) == "D20210801");
  const char* rows[][2] = {{"2021", "2021"},
                           {"2021-08", "202108"},
                           {"2021-08-11", "20210811"},
                           {"2021-08-11T18:03", "202108111803"},
                           {"0944-01-02", "09440102"}};
  for (const auto& [iso, value] : rows) CHECK(date_value(date(iso)) == value);
  CHECK(date_value(date("2021-08-11")) < date_value(date("2021-08-11T00:00")));
  CHECK(date_value(date("0944")) < date_value(date("1944")));
}

TEST_CASE("names are closed up behind their prefix, and cut to what an index takes") {
  CHECK(name_term("XS", "le monde") == "XSlemonde");
  CHECK(name_term("XS", "lemonde") == "XSlemonde");
  CHECK(name_word_term("XS", "monde") == "XS:monde");
  CHECK(name_term("A", "") == "A");
  const std::string endless(1000, 'x');
  CHECK(name_term("XS", endless) == "XS" + std::string(198, 'x'));
  CHECK(name_word_term("XS", endless) == "XS:" + std::string(197, 'x'));
}

}  // namespace
}  // namespace hemero
