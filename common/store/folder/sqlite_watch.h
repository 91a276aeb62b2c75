#pragma once

#include <cstdint>

#include "common/base/deadline.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hemero::sqlite {

/// What may end a statement that is at work.
struct Watch {
  const Deadline* deadline;
  std::uint64_t steps = 0;       ///< that the connection's statements were asked for
  std::uint64_t stopped_in = 0;  ///< the one that was at work when a stop was seen
  Deadline::Clock::time_point stopped_at{};
  sqlite3_stmt* statement = nullptr;  ///< the one that is at work
  std::uint64_t looks = 0;            ///< that were taken while it was
  bool is_endless = false;            ///< it was ended for that
};

/// How many operations of SQLite's machine lie between two looks: some 50 µs.
inline constexpr int operations_between_looks = 1000;

/// Asks must_end() while a connection's statements are at work. They count rows one by one: SQLite by itself has a
/// single operation for all rows of a table, within which it asks nobody.
void watch_statements(sqlite3* database, Watch& watch);

/// Has a statement take one step, watched; SQLite's code of what came of it.
int step_watched(sqlite3_stmt* statement, Watch& watch);

/// True where the statement that is at work must end: its time is over, a stop was asked for, or it goes through a
/// table without an end, which is noted.
bool must_end(Watch& watch);

}  // namespace hemero::sqlite
