#include "indexer/prose/english_date.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

std::string date_in(const char* text) {
  const auto found = find_english_date(text);
  return found ? std::string(text).substr(found->begin, found->end - found->begin) + " " + to_iso(found->date) : "";
}

struct Row {
  const char* text;
  const char* found;
  const char* reason;
};

const Row rows[] = {
    {"World, Friday, November 13, 2015", "November 13, 2015 2015-11-13", "the American order"},
    {"3 October 2016 18:24", "3 October 2016 2016-10-03", "the British order"},
    {"Sept. 3, 2016", "Sept. 3, 2016 2016-09-03", "a month cut short"},
    {"OCT 3 2016", "OCT 3 2016 2016-10-03", "… in capitals"},
    {"May 2016", "", "no day"},
    {"Marseille 13 2016", "", "no month"},
    {"February 30, 2016", "", "no such day"},
    {"October 3, 16", "", "no year"},
    {"", "", "nothing"},
};

TEST_CASE("dates in English") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(date_in(row.text) == row.found);
  }
}

}  // namespace
}  // namespace hemero
