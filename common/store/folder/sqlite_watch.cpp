#include "common/store/folder/sqlite_watch.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>

#include "common/base/stop_signal.h"

namespace hemero::sqlite {

namespace {

constexpr std::chrono::seconds patience_after_stop{1};

/// How many rows a file has room for, with its log and what is in memory of it.
std::uint64_t rows_in(sqlite3* database) {
  constexpr std::uint64_t least_row = 4;  // bytes, in its page
  int in_memory = 0;
  int highest = 0;
  sqlite3_db_status(database, SQLITE_DBSTATUS_CACHE_USED, &in_memory, &highest, 0);
  auto bytes = static_cast<std::uint64_t>(in_memory);
  const std::string file = sqlite3_db_filename(database, "main");
  for (const std::string& path : {file, file + "-wal"}) {
    std::error_code none;
    const std::uintmax_t size = std::filesystem::file_size(path, none);
    bytes += none ? 0 : size;
  }
  return bytes / least_row;
}

/// A file in which pages name the same page again and again has more rows than it has room for. A statement may go
/// through all of them before it has one to give: to sort them, or to count them. SQLite tells how many it passed where
/// these are all of a table; where they are some, the work tells.
bool is_endless(const Watch& watch) {
  constexpr std::uint64_t few_rows = 1 << 16;
  constexpr std::uint64_t times = 4;             // that a statement of ours goes through the same rows, at most
  constexpr std::uint64_t most_operations = 32;  // for a row
  if (watch.statement == nullptr) return false;
  const int passed = sqlite3_stmt_status(watch.statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
  const auto all = static_cast<std::uint64_t>(static_cast<std::uint32_t>(passed));
  const std::uint64_t rows = std::max(all, watch.looks * operations_between_looks / most_operations);
  return rows > few_rows && rows > times * rows_in(sqlite3_db_handle(watch.statement));
}

extern "C" int look(void* watch) { return must_end(*static_cast<Watch*>(watch)) ? 1 : 0; }

std::int64_t* counted(sqlite3_context* context) {
  return static_cast<std::int64_t*>(sqlite3_aggregate_context(context, sizeof(std::int64_t)));
}

extern "C" void count_row(sqlite3_context* context, int, sqlite3_value**) {
  if (std::int64_t* const count = counted(context)) ++*count;
}

extern "C" void tell_count(sqlite3_context* context) {
  const std::int64_t* const count = counted(context);
  sqlite3_result_int64(context, count != nullptr ? *count : 0);
}

}  // namespace

void watch_statements(sqlite3* database, Watch& watch) {
  sqlite3_progress_handler(database, operations_between_looks, look, &watch);
  sqlite3_create_function_v2(database, "count", 0, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                             nullptr, count_row, tell_count, nullptr);
}

int step_watched(sqlite3_stmt* statement, Watch& watch) {
  ++watch.steps;
  watch.looks = 0;
  watch.statement = statement;
  const int code = sqlite3_step(statement);
  watch.statement = nullptr;
  return code;
}

bool must_end(Watch& watch) {
  ++watch.looks;
  if (watch.deadline->over() || (watch.is_endless = is_endless(watch))) return true;
  if (!stop_requested()) return false;
  const auto now = Deadline::Clock::now();
  if (watch.stopped_in != watch.steps) watch.stopped_at = now;
  watch.stopped_in = watch.steps;
  return now - watch.stopped_at > patience_after_stop;
}

}  // namespace hemero::sqlite
