#include "common/base/dates/date_reader.h"

#include <fmt/format.h>

#include <span>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// "2021-08-11T18:03 +120": the date, and the minutes east of UTC where its zone is known; empty for none.
std::string shown(const std::optional<Date>& date) {
  if (!date) return {};
  return to_iso(*date) + (date->offset ? fmt::format(" {:+}", *date->offset) : "");
}

struct Row {
  const char* text;
  const char* date;
  const char* reason;
};

const Row program_rows[] = {
    {"2021-08-11T22:30:00Z", "2021-08-11T22:30 +0", "RFC 3339"},
    {" 2021-08-11 18:03:00 +02:00 ", "2021-08-11T18:03 +120", "with a blank before the zone"},
    {"2021-08-11 18:03:00.123 UTC", "2021-08-11T18:03 +0", "of a database"},
    {"2021-08-11T18:03:00+02:00[Europe/Paris]", "2021-08-11T18:03 +120", "of Java"},
    {"20210811T180300Z", "2021-08-11T18:03 +0", "the basic form of ISO 8601"},
    {"20210811", "2021-08-11", "its day"},
    {"20210811180300", "2021-08-11T18:03", "digits alone"},
    {"202108111803", "2021-08-11T18:03", "without seconds"},
    {"Wed, 11 Aug 2021 18:03:00 +0200", "2021-08-11T18:03 +120", "RFC 2822"},
    {"Wed, 11 Aug 2021 18:03:00 +0200 (CEST)", "2021-08-11T18:03 +120", "with its comment"},
    {"11 Aug 2021 18:03 GMT", "2021-08-11T18:03 +0", "without weekday and seconds"},
    {"Sat, 3 Mar 18 9:05:00 EST", "2018-03-03T09:05 -300", "two digits of a year, one of an hour"},
    {"Sat, 03 Mar 98 09:05:00", "1998-03-03T09:05", "two digits of the last century"},
    {"sam., 17 août 2018 10:55:00 +0100", "2018-08-17T10:55 +60", "French names in this form"},
    {"Wed Aug 11 18:03:00 2021", "2021-08-11T18:03", "asctime()"},
    {"Sun Aug  1 18:03:00 CEST 2021", "2021-08-01T18:03 +120", "date, and Java’s Date"},
    {"Wed Aug 11 2021 18:03:00 GMT+0200 (heure d’été d’Europe centrale)", "2021-08-11T18:03 +120", "JavaScript"},
    {"11/Aug/2021:18:03:00 +0200", "2021-08-11T18:03 +120", "the log of a web server"},
    {"11-AUG-21", "2021-08-11", "Oracle"},
    {"1628697780", "2021-08-11T16:03 +0", "seconds since 1970"},
    {"1628697780.5", "2021-08-11T16:03 +0", "with a fraction"},
    {"1628697780123", "2021-08-11T16:03 +0", "milliseconds"},
    {"1628697780123456", "2021-08-11T16:03 +0", "microseconds"},
    {"1628697780123456789", "2021-08-11T16:03 +0", "nanoseconds"},
    {"946684800000", "2000-01-01T00:00 +0", "twelve digits that are no date"},
    {"/Date(1628697780000)/", "2021-08-11T16:03 +0", ".NET"},
    {"/Date(1628697780000+0200)/", "2021-08-11T16:03 +0", "the zone says where it was written"},
    {"/Date(-3600000)/", "1969-12-31T23:00 +0", "before 1970"},
};

const Row people_rows[] = {
    {"mercredi 11 août 2021 à 18h03", "2021-08-11T18:03", "French"},
    {"1er févr. 2019", "2019-02-01", "abbreviated"},
    {"11-août-2021", "2021-08-11", "hyphens"},
    {"11 août 2021 à 18h03 TU", "2021-08-11T18:03 +0", "temps universel"},
    {"August 11, 2021 6:03 pm", "2021-08-11T18:03", "English"},
    {"Wednesday, 11th of August 2021", "2021-08-11", "the British order"},
    {"2021 août 11", "2021-08-11", "the year first"},
    {"11/02/2021", "2021-02-11", "figures: the day comes first"},
    {"11.02.2021", "2021-02-11", "full stops"},
    {"11-02-2021 18:03", "2021-02-11T18:03", "hyphens"},
    {"2021/2/11", "2021-02-11", "the year first"},
    {"11.VIII.2021", "2021-08-11", "a Roman month"},
    {"11 VIII 2021", "2021-08-11", "with blanks"},
    {"août 2021", "2021-08", "a month"},
    {"08/2021", "2021-08", "in figures"},
    {"2021/8", "2021-08", "the year first"},
    {"2021", "2021", "a year"},
    {"11 août 21", "2021-08-11", "two digits behind a month"},
};

const Row refused_rows[] = {
    {"14 thermidor an II", "", "the republican calendar"},
    {"18 brumaire an VIII", "", "whose years look like months"},
    {"11/08/21", "", "which of the three is the year?"},
    {"202108", "", "a month, or a day of 2020"},
    {"0612345678", "", "a telephone number"},
    {"44419", "", "a day of a spreadsheet"},
    {"31/04/2021", "", "no such day"},
    {"31 avril 2021", "", "nor here; and no month either"},
    {"0001-01-01T00:00:00Z", "", "what programs write for none"},
    {"0000-00-00 00:00:00", "", "what WordPress writes"},
    {"9999-12-31", "", "the end of time"},
    {"/Date(-62135596800000)/", "", "the beginning of .NET’s"},
    {"/Date()/", "", "nothing in it"},
    {"99999999999999999999", "", "too many digits"},
    {"11 août 18:03", "", "an hour is no year"},
    {"2021-W32-3", "", "a week"},
    {"hier", "", "a word"},
    {"", "", "nothing"},
    {".", "", "a sign"},
};

const Row whole_rows[] = {
    {"le 11 août 2021", "", "a word before it"},
    {"11 août 2021 environ", "", "a word behind it"},
    {"08/31/2021", "", "the month never comes first"},
};

const Row field_rows[] = {
    {"Paris, le 11 août 2021", "2021-08-11", "a place before it"},
    {"Publié le 11 août 2021 à 18h03 par Claire", "2021-08-11T18:03", "among words"},
    {"N° 245, mars 2021", "2021-03", "an issue"},
    {"08/31/2021", "2021-08-31", "it can be read in no other way"},
    {"17 Mar 2018 25:00:00", "2018-03-17", "a clock that does not exist leaves the day"},
    {"2021-08-11T24:00:00", "2021-08-11", "the same"},
};

TEST_CASE("dates that are dates and nothing else") {
  for (const auto& rows : {std::span<const Row>(program_rows), std::span<const Row>(people_rows)})
    for (const Row& row : rows) {
      INFO(row.text << ": " << row.reason);
      CHECK(shown(parse_date(row.text)) == row.date);
      CHECK(shown(read_date(row.text)) == row.date);
    }
}

TEST_CASE("what is no date") {
  for (const Row& row : refused_rows) {
    INFO(row.text << ": " << row.reason);
    CHECK(shown(read_date(row.text)).empty());
  }
  for (const Row& row : whole_rows) {
    INFO(row.text << ": " << row.reason);
    CHECK(shown(parse_date(row.text)).empty());
  }
}

TEST_CASE("a field says a date among other words") {
  for (const Row& row : field_rows) {
    INFO(row.text << ": " << row.reason);
    CHECK(shown(read_date(row.text)) == row.date);
  }
}

TEST_CASE("the month comes first where it is said so") {
  CHECK(shown(parse_date("11/02/2021", DateOrder::month_first)) == "2021-11-02");
  CHECK(shown(parse_date("8/31/2021 6:03:00 PM", DateOrder::month_first)) == "2021-08-31T18:03");
  CHECK(shown(parse_date("2021-02-11", DateOrder::month_first)) == "2021-02-11");
  CHECK_FALSE(told_order("11/02/2021"));
  CHECK_FALSE(told_order("2021-08-31"));
  CHECK_FALSE(told_order("hier"));
  CHECK(told_order("08/31/2021") == DateOrder::month_first);
  CHECK(told_order("31/08/2021") == DateOrder::day_first);
}

}  // namespace
}  // namespace hemero
