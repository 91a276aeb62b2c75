#pragma once

#include <cstdint>

#include "common/base/deadline.h"

struct sqlite3_stmt;

namespace hemero::sqlite {

/// What may end a statement that is at work.
struct Watch {
  const Deadline* deadline;
  std::uint64_t steps = 0;       ///< that the connection's statements were asked for
  std::uint64_t stopped_in = 0;  ///< the one that was at work when a stop was seen
  Deadline::Clock::time_point stopped_at{};
  sqlite3_stmt* statement = nullptr;  ///< the one that was asked last
  bool is_endless = false;            ///< it was ended for that
};

/// True where the statement that is at work must end: its time is over, a stop was asked for, or it goes through a
/// table without an end, which is noted.
bool must_end(Watch& watch);

}  // namespace hemero::sqlite
