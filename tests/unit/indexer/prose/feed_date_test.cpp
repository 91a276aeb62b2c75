#include "indexer/prose/feed_date.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* iso;  ///< empty for no date
  const char* reason;
};

const Row rows[] = {
    {"Sat, 17 Mar 2018 10:55:00 +0100", "2018-03-17T10:55", "RFC 822, the clock as printed"},
    {"17 Mar 2018 10:55 GMT", "2018-03-17T10:55", "without day and seconds"},
    {"Sat, 3 Mar 18 9:05:00 EST", "2018-03-03T09:05", "two digits of a year, one of an hour"},
    {"Sat, 03 Mar 98 09:05:00", "1998-03-03T09:05", "two digits of the last century"},
    {"Saturday, 17 March 2018", "2018-03-17", "names in full"},
    {"17 Mar 2018 25:00:00", "2018-03-17", "a clock that does not exist leaves the day"},
    {"2018-03-17T10:55:00+01:00", "2018-03-17T10:55", "ISO 8601"},
    {" 2018-03 ", "2018-03", "the month alone"},
    {"20190121T104233Z", "2019-01-21T10:42", "ISO 8601 without signs"},
    {"20190603T174729+0200", "2019-06-03T17:47", "… with a zone"},
    {"17 mars 2018 à 10h55", "2018-03-17T10:55", "French"},
    {"sam., 17 août 2018 10:55:00 +0100", "2018-08-17T10:55", "French names in the form of RFC 822"},
    {"30 Feb 2018 10:00", "", "a day that does not exist"},
    {"0000-00-00 00:00:00", "", "what WordPress writes for none"},
    {"hier", "", "a word"},
    {"", "", "nothing"},
};

TEST_CASE("dates of feeds and wires") {
  for (const Row& row : rows) {
    INFO(row.text << ": " << row.reason);
    const auto date = read_feed_date(row.text);
    CHECK((date ? to_iso(*date) : "") == row.iso);
  }
}

}  // namespace
}  // namespace hemero
