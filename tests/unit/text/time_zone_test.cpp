#include "common/text/time_zone.h"

#include "common/base/error.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

const struct {
  const char* date;
  const char* zone;
  const char* local;
  const char* reason;
} rows[] = {
    {"2021-08-11T22:30Z", "Europe/Paris", "2021-08-12T00:30", "the next day, in summer"},
    {"2021-12-31T23:30Z", "Europe/Paris", "2022-01-01T00:30", "the next year, in winter"},
    {"2021-08-11T18:03+02:00", "Europe/Paris", "2021-08-11T18:03", "the zone's own time"},
    {"2021-08-11T23:30-04:00", "Europe/Paris", "2021-08-12T05:30", "from Montreal"},
    {"2021-08-11T01:00+02:00", "America/Montreal", "2021-08-10T19:00", "the day before"},
    {"2021-08-11T05:15+05:30", "UTC", "2021-08-10T23:45", "half an hour"},
    {"2021-03-28T00:59Z", "Europe/Paris", "2021-03-28T01:59", "before the clocks were put forward"},
    {"2021-03-28T01:00Z", "Europe/Paris", "2021-03-28T03:00", "and then"},
    {"1975-08-11T22:30Z", "Europe/Paris", "1975-08-11T23:30", "when there was no summer time"},
    {"1898-02-14T00:00Z", "Europe/Paris", "1898-02-14T00:09", "by the sun of Paris"},
    {"2021-08-11T18:03", "America/Montreal", "2021-08-11T18:03", "without a zone it is the readers'"},
    {"2021-08-11Z", "America/Montreal", "2021-08-11", "a day has none"},
    {"2021-08", "Europe/Paris", "2021-08", "nor has a month"},
};

TEST_CASE("a date with a zone is told by the clocks of another") {
  for (const auto& row : rows) {
    INFO(row.date << " in " << row.zone << ": " << row.reason);
    const Date local = TimeZone(row.zone).local(*parse_iso_date(row.date));
    CHECK(to_iso(local) == row.local);
    CHECK_FALSE(local.offset);
  }
}

TEST_CASE("zones have the names of the IANA") {
  CHECK(TimeZone().name() == "Europe/Paris");
  CHECK_THROWS_AS(TimeZone("Paris"), Error);
  CHECK_THROWS_AS(TimeZone(""), Error);
  CHECK_THROWS_AS(TimeZone("Europe/Nulle-Part"), Error);
}

}  // namespace
}  // namespace hemero
