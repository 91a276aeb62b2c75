#include "common/text/time_zone.h"

#include <chrono>
#include <new>
#include <utility>

#include <unicode/timezone.h>

#include "common/base/dates/time_stamp.h"
#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

struct TimeZone::Rules {
  std::unique_ptr<const icu::TimeZone> zone;
};

TimeZone::TimeZone(std::string name) : name_(std::move(name)) {
  std::unique_ptr<const icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name_)));
  if (!zone) throw std::bad_alloc();
  if (*zone == icu::TimeZone::getUnknown())
    throw Error(ErrorCode::usage, message("there is no time zone “{}”", name_),
                message("zones are named as in Europe/Paris, America/Montreal, UTC"));
  rules_ = std::make_shared<const Rules>(Rules{std::move(zone)});
}

Date TimeZone::local(Date date) const {
  using namespace std::chrono;
  if (date.offset && date.precision == DatePrecision::minute) {
    const Instant instant = instant_of(date);
    std::int32_t standard = 0;  // both in milliseconds
    std::int32_t summer = 0;
    UErrorCode error = U_ZERO_ERROR;
    const auto utc = static_cast<UDate>(milliseconds(instant.time_since_epoch()).count());
    rules_->zone->getOffset(utc, false, standard, summer, error);
    date = date_of(instant + floor<minutes>(milliseconds(standard + summer)));
  }
  date.offset.reset();
  return date;
}

}  // namespace hemero
