#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "common/base/dates/date_reader.h"
#include "common/base/dates/date_search.h"
#include "common/base/dates/time_stamp.h"
#include "common/text/time_zone.h"

// Any bytes: what is read as a date exists, reads again as what it is printed as, and was found inside of the text.

namespace {

using hemero::Date;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::optional<Date> date) {
  static const hemero::TimeZone paris;
  if (!date) return;
  require(date->year >= 1 && date->year <= 9999 && date->month >= 1 && date->month <= 12);
  require(date->day >= 1 && date->day <= hemero::days_in_month(date->year, date->month));
  require(date->hour < 24 && date->minute < 60);
  const Date local = paris.local(*date);
  require(local.precision == date->precision && !local.offset);
  date->offset.reset();
  require(hemero::parse_iso_date(hemero::to_iso(*date)) == date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto order : {hemero::DateOrder::day_first, hemero::DateOrder::month_first})
    check(hemero::parse_date(text, order));
  check(hemero::read_date(text));
  check(hemero::parse_time_stamp(text));
  (void)hemero::told_order(text);
  for (const auto trust : {hemero::DateTrust::prose, hemero::DateTrust::field, hemero::DateTrust::alone})
    if (const auto found = hemero::find_date(text, trust)) {
      require(found->begin < found->end && found->end <= size);
      check(found->date);
    }
  return 0;
}
