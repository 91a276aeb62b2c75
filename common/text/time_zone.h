#pragma once

#include <memory>
#include <string>

#include "common/base/dates/date.h"

namespace hemero {

/// A time zone of the IANA’s database ("Europe/Paris"), in the copy that ICU carries. Copies share it, and any thread
/// may ask.
class TimeZone {
 public:
  /// What an option says may be assigned. Throws Error (usage) when there is no such zone.
  TimeZone(std::string name = "Europe/Paris");

  const std::string& name() const { return name_; }

  /// What clocks of the zone showed at a date, which may be another day. A date without an offset, or without a time,
  /// is taken to be of the zone. The result has no offset.
  Date local(Date date) const;

 private:
  struct Rules;
  std::string name_;
  std::shared_ptr<const Rules> rules_;
};

}  // namespace hemero
