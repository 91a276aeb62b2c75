#include "common/base/dates/date.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

std::string iso(std::string_view text) {
  const auto date = parse_iso_date(text);
  return date ? to_iso(*date) : "nothing";
}

struct Row {
  const char* text;
  const char* date;
  const char* reason;
};

const Row iso_rows[] = {
    {"2021", "2021", "a year"},
    {"2021-08", "2021-08", "a month"},
    {"2021-08-11", "2021-08-11", "a day"},
    {"20210811", "2021-08-11", "a day, basic format"},
    {"2021-08-11T18:03", "2021-08-11T18:03", "a minute"},
    {"2021-08-11T18:03:59", "2021-08-11T18:03", "seconds are dropped, not rounded"},
    {"2021-08-11T18:03:00+02:00", "2021-08-11T18:03", "the clock time as written; its zone is kept beside it"},
    {"2021-08-11T23:30:00-11:00", "2021-08-11T23:30", "a zone alone changes no day"},
    {"2021-08-11T18:03:00Z", "2021-08-11T18:03", "UTC"},
    {"2021-08-11t18:03:00z", "2021-08-11T18:03", "RFC 3339 allows small letters"},
    {"2021-08-11 18:03:00", "2021-08-11T18:03", "RFC 3339 allows a blank"},
    {"2021-08-11T18:03:00.123456789Z", "2021-08-11T18:03", "fraction"},
    {"2021-08-11T18:03:00,5Z", "2021-08-11T18:03", "ISO 8601 allows a comma"},
    {"2021-08-11T18:03Z", "2021-08-11T18:03", "a zone without seconds"},
    {"2021-08-11T18:03:00+0200", "2021-08-11T18:03", "zone without colon"},
    {"2021-08-11T18:03:00+02", "2021-08-11T18:03", "zone without minutes"},
    {"20210811T180300Z", "2021-08-11T18:03", "basic format, as NITF writes it"},
    {"20210811T1803+0200", "2021-08-11T18:03", "basic format without seconds"},
    {"2021-08-11Z", "2021-08-11", "a day with a zone, as XML Schema has it"},
    {"2021-08-11+02:00", "2021-08-11", "the same"},
    {"2016-12-31T23:59:60Z", "2016-12-31T23:59", "a leap second"},
    {" \t2021-08-11\r\n", "2021-08-11", "surrounding blanks"},
    {"\u00A0"
     "2021-08-11\u202F\u00A0",
     "2021-08-11", "surrounding no-break spaces"},
    {"0001-01-01", "0001-01-01", "the first year"},
    {"9999-12-31", "9999-12-31", "the last year"},
    {"2020-02-29", "2020-02-29", "a leap day"},
    {"2000-02-29", "2000-02-29", "a century that is a leap year"},

    {"", "nothing", "empty"},
    {"  ", "nothing", "blanks only"},
    {"0000", "nothing", "there is no year 0"},
    {"2021-02-30", "nothing", "no such day"},
    {"2021-02-29", "nothing", "no leap year"},
    {"1900-02-29", "nothing", "a century that is no leap year"},
    {"2021-00-11", "nothing", "no month 0"},
    {"2021-13", "nothing", "no month 13"},
    {"2021-08-00", "nothing", "no day 0"},
    {"202108", "nothing", "six digits are ambiguous"},
    {"2021-8-1", "nothing", "two digits are required"},
    {"2021-0811", "nothing", "half extended"},
    {"202108-11", "nothing", "half extended"},
    {"21-08-11", "nothing", "two digits are no year"},
    {"02021-08-11", "nothing", "five digits are no year"},
    {"-2021", "nothing", "a sign"},
    {"2021-", "nothing", "a dangling hyphen"},
    {"2021-08-", "nothing", "a dangling hyphen"},
    {"2021-08T18:03", "nothing", "a time needs a day"},
    {"2021T18:03", "nothing", "a time needs a day"},
    {"2021-08-11T", "nothing", "no time"},
    {"2021-08-11T18", "nothing", "no minute"},
    {"2021-08-11T24:00", "nothing", "no hour 24"},
    {"2021-08-11T18:60", "nothing", "no minute 60"},
    {"2021-08-11T18:03:61", "nothing", "no second 61"},
    {"2021-08-11T18:03:00.", "nothing", "an empty fraction"},
    {"2021-08-11T18:03:0", "nothing", "half the seconds"},
    {"2021-08-11T18:03:00+2", "nothing", "half a zone"},
    {"2021-08-11T18:03:00+24:00", "nothing", "no such zone"},
    {"2021-08-11T18:03:00+02:60", "nothing", "no such zone"},
    {"2021-08-11T18:03:00+02:", "nothing", "half a zone"},
    {"2021-08-11T18:03:00 +0200", "nothing", "no blank before the zone"},
    {"2021-08-11T18:03:00Zulu", "nothing", "something behind"},
    {"2021-08-11  18:03", "nothing", "two blanks"},
    {"2021-08-11x", "nothing", "something behind"},
    {"2021-08-11Zx", "nothing", "something behind"},
    {"2021-08+02:00", "nothing", "a month has no zone"},
    {"2021-W32-3", "nothing", "week dates are not read"},
    {"2021-223", "nothing", "ordinal dates are not read"},
    {"11/08/2021", "nothing", "not ISO"},
    {"２０２１", "nothing", "other digits are none"},
};

TEST_CASE("ISO 8601 and RFC 3339 dates are read strictly") {
  for (const Row& row : iso_rows) {
    INFO(row.text << ": " << row.reason);
    CHECK(iso(row.text) == row.date);
  }
  CHECK(iso(std::string_view("2021\0", 5)) == "nothing");
}

TEST_CASE("the zone of a time is kept beside it") {
  const struct {
    const char* text;
    std::optional<std::int16_t> offset;
  } rows[] = {
      {"2021-08-11T18:03Z", 0},           {"2021-08-11T18:03z", 0},     {"2021-08-11T18:03+02:00", 120},
      {"2021-08-11T18:03-0430", -270},    {"2021-08-11T18:03+02", 120}, {"2021-08-11T18:03", std::nullopt},
      {"2021-08-11+02:00", std::nullopt}, {"2021", std::nullopt},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    const auto date = parse_iso_date(row.text);
    REQUIRE(date);
    CHECK(date->offset == row.offset);
  }
}

TEST_CASE("parts finer than the precision are as documented") {
  const auto year = parse_iso_date("2021");
  REQUIRE(year);
  CHECK(*year == Date{.year = 2021, .month = 1, .day = 1, .precision = DatePrecision::year});
  const auto minute = parse_iso_date("2021-08-11T18:03");
  REQUIRE(minute);
  CHECK(*minute ==
        Date{.year = 2021, .month = 8, .day = 11, .hour = 18, .minute = 3, .precision = DatePrecision::minute});
}

TEST_CASE("dates are written as precisely as they are known, days always whole") {
  struct WrittenRow {
    Date date;
    const char* iso;
    const char* day;
  };
  const WrittenRow rows[] = {
      {{.year = 987, .precision = DatePrecision::year}, "0987", "0987-01-01"},
      {{.year = 2021, .month = 8, .precision = DatePrecision::month}, "2021-08", "2021-08-01"},
      {{.year = 2021, .month = 8, .day = 9}, "2021-08-09", "2021-08-09"},
      {{.year = 2021, .month = 8, .day = 9, .hour = 7, .minute = 5, .precision = DatePrecision::minute},
       "2021-08-09T07:05",
       "2021-08-09"},
  };
  for (const WrittenRow& row : rows) {
    CHECK(to_iso(row.date) == row.iso);
    CHECK(to_iso_day(row.date) == row.day);
  }
}

TEST_CASE("dates are ordered by time, then from coarse to fine") {
  const auto ordered = {"2020-12-31",       "2021",   "2021-01", "2021-01-01", "2021-01-01T00:00",
                        "2021-01-01T00:01", "2021-02"};
  std::optional<Date> previous;
  for (const char* text : ordered) {
    const auto date = parse_iso_date(text);
    REQUIRE(date);
    if (previous) CHECK(*previous < *date);
    previous = date;
  }
}

TEST_CASE("months have their days") {
  struct MonthRow {
    int year, month, days;
  };
  for (const auto& [year, month, days] :
       {MonthRow{2021, 1, 31}, MonthRow{2021, 2, 28}, MonthRow{2020, 2, 29}, MonthRow{1900, 2, 28},
        MonthRow{2000, 2, 29}, MonthRow{2021, 4, 30}, MonthRow{2021, 8, 31}, MonthRow{2021, 12, 31}})
    CHECK(days_in_month(year, month) == days);
}

TEST_CASE("a date comes after another as far as both are known") {
  const struct {
    const char* date;
    const char* than;
    bool later;
  } rows[] = {
      {"2020", "2019", true},        {"2019", "2020", false},          {"2019", "2019", false},
      {"2019-12", "2019", false},    {"2019", "2019-12", false},       {"2019-12", "2019-11-30", true},
      {"2019-12-01", "2019", false}, {"2019-12-02", "2019-12", false}, {"2020-01-01", "2019-12", true},
  };
  for (const auto& row : rows) {
    INFO(row.date << " " << row.than);
    CHECK(is_later(*parse_iso_date(row.date), *parse_iso_date(row.than)) == row.later);
  }
}

}  // namespace
}  // namespace hemero
