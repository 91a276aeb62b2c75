#include "common/store/folder/sqlite_watch.h"

#include <sqlite3.h>

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
  constexpr std::uint64_t least_row = 4;                             // bytes, in its page
  constexpr std::uint64_t most_unwritten = std::uint64_t{64} << 20;  // a writer's cache is half as large
  std::uint64_t bytes = sqlite3_db_readonly(database, "main") == 1 ? 0 : most_unwritten;
  const std::string file = sqlite3_db_filename(database, "main");
  for (const std::string& path : {file, file + "-wal"}) {
    std::error_code none;
    const std::uintmax_t size = std::filesystem::file_size(path, none);
    bytes += none ? 0 : size;
  }
  return bytes / least_row;
}

/// A file in which pages name the same page again and again has more rows than it has room for. A statement may go
/// through all of them before it has one to give: to sort them, or to count them.
bool is_endless(const Watch& watch) {
  constexpr std::uint64_t few_rows = 1 << 16;
  constexpr std::uint64_t times = 4;  // that a statement of ours goes through the same rows, at most
  if (watch.statement == nullptr) return false;
  const int passed = sqlite3_stmt_status(watch.statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
  const auto rows = static_cast<std::uint64_t>(static_cast<std::uint32_t>(passed));
  return rows > few_rows && rows > times * rows_in(sqlite3_db_handle(watch.statement));
}

}  // namespace

bool must_end(Watch& watch) {
  if (watch.deadline->over() || (watch.is_endless = is_endless(watch))) return true;
  if (!stop_requested()) return false;
  const auto now = Deadline::Clock::now();
  if (watch.stopped_in != watch.steps) watch.stopped_at = now;
  watch.stopped_in = watch.steps;
  return now - watch.stopped_at > patience_after_stop;
}

}  // namespace hemero::sqlite
