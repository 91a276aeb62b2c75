#include "common/store/folder/sqlite.h"

#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <new>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/folder/long_log.h"
#include "common/store/folder/sqlite_watch.h"

namespace hemero::sqlite {

namespace {

/// Takes from SQLite what no catalogue of ours needs: a file may come from anyone.
void disarm(sqlite3* database) {
  constexpr std::array switches{
      std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
      std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
      std::pair{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
  };
  for (const auto& [option, on] : switches) sqlite3_db_config(database, option, on, nullptr);
  constexpr std::array limits{
      std::pair{SQLITE_LIMIT_SQL_LENGTH, 100'000},
      std::pair{SQLITE_LIMIT_COLUMN, 100},
      std::pair{SQLITE_LIMIT_EXPR_DEPTH, 100},
      std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 10},
      std::pair{SQLITE_LIMIT_VDBE_OP, 25'000},
      std::pair{SQLITE_LIMIT_FUNCTION_ARG, 16},
      std::pair{SQLITE_LIMIT_ATTACHED, 1},  // VACUUM does its work in one
      std::pair{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
      std::pair{SQLITE_LIMIT_VARIABLE_NUMBER, 100},
      std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
  };
  for (const auto& [limit, most] : limits) sqlite3_limit(database, limit, most);
}

/// True when the file, and its log where there is one, may be written to.
bool can_be_written(const std::string& file) {
  const std::string log = file + "-wal";
  return ::access(file.c_str(), W_OK) == 0 && (::access(log.c_str(), W_OK) == 0 || errno == ENOENT);
}

/// Whether an errno that SQLite remembers is why it failed. What it cannot create, a log or a new file, it tries to
/// open, and then remembers that there is none.
bool is_reason(int system, const std::string& file) {
  const auto is_there = [](const std::filesystem::path& path) { return ::access(path.c_str(), F_OK) == 0; };
  return system != 0 && (system != ENOENT || !is_there(std::filesystem::absolute(file).parent_path()));
}

/// SQLite's error, translated: its result code decides what the reader can do.
[[noreturn]] void fail(sqlite3* database, int code, std::string file = {}) {
  if ((code & 0xFF) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM) throw std::bad_alloc();
  const char* name = database != nullptr ? sqlite3_db_filename(database, "main") : nullptr;
  if (name != nullptr && *name != '\0') file = name;
  const std::string why = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  const int system = database != nullptr ? sqlite3_system_errno(database) : 0;
  const bool by_system = (code & 0xFF) == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_IOERR;
  if (by_system && is_reason(system, file) && code != SQLITE_IOERR_SHORT_READ)
    throw system_error(system, "cannot use {}", file);
  switch (code & 0xFF) {
    case SQLITE_FULL:
      throw Error(ErrorCode::io, message("the disk is full: {} cannot grow", file),
                  message("free some space and run the command again; what was committed is safe"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorCode::locked, message("{} is in use by another program", file),
                  message("try again when it has finished"));
    case SQLITE_INTERRUPT:
      throw_if_stopped();
      throw Error(ErrorCode::locked, message("the time was over before {} was read", file));
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:  // two places of the file contradict each other
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      throw Error(ErrorCode::bad_data, message("{} is damaged: {}", file, why));
    case SQLITE_READONLY:
      // A log that could not be opened for writing is told so, whatever the reason was.
      if (database != nullptr && sqlite3_db_readonly(database, "main") == 0 && can_be_written(file))
        throw Error(ErrorCode::io, message("{} cannot be written: {}", file, why));
      [[fallthrough]];
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw Error(ErrorCode::permission, message("{} cannot be written: {}", file, why));
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      throw Error(ErrorCode::io, message("{} cannot be read or written: {}", file, why));
    default:
      throw Error(ErrorCode::bug, message("SQLite: {} ({})", why, file));
  }
}

void check(sqlite3* database, int code, const std::string& file = {}) {
  if (code != SQLITE_OK) fail(database, code, file);
}

/// SQLite reads a file that it could not open for writing, and tells why only where it is written to.
void require_writable(sqlite3* database, const std::string& file) {
  if (sqlite3_db_readonly(database, "main") != 1) return;
  if (::access(file.c_str(), W_OK) != 0) throw system_error(errno, "cannot write {}", file);
  throw Error(ErrorCode::io, message("{} cannot be written: {}", file, sqlite3_errstr(SQLITE_CANTOPEN)));
}

/// A journal may end with the name of another one, whichever, that SQLite removes when it undoes what was cut short. No
/// program of ours writes such a name: it would need to change two files at once.
void require_own_journal(const std::string& file) {
  constexpr std::string_view named_another =
      "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";  // as sqlite.org/fileformat2.html has it
  const std::string journal = file + "-journal";
  std::ifstream stream(journal, std::ios::binary);
  std::array<char, named_another.size()> end{};
  if (!stream.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end).read(end.data(), end.size())) return;
  if (std::string_view(end.data(), end.size()) == named_another)
    throw Error(ErrorCode::bad_data, message("{} would have another file removed", journal),
                message("an archive from elsewhere may be meant to do harm: remove that file"));
}

[[noreturn]] void throw_endless(sqlite3* database) {
  throw Error(ErrorCode::bad_data,
              message("{} is damaged: it has more rows than it has room for", sqlite3_db_filename(database, "main")));
}

/// True when there is no such file, or nothing in it.
bool is_empty(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error == std::errc::no_such_file_or_directory || (!error && size == 0);
}

/// A path as a part of a URI: the characters that mean something there are escaped.
std::string uri_path(std::string_view path) {
  std::string escaped;
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#')
      escaped += fmt::format("%{:02X}", static_cast<unsigned>(c));
    else
      escaped += c;
  }
  return escaped;
}

constexpr int patience = 5000;            ///< milliseconds to wait for another program's lock
constexpr int checkpoint_patience = 100;  ///< … for readers that still need the log
constexpr int long_patience = 2000;       ///< … when it is long: those who keep readers open close them then

}  // namespace

void Statement::Closer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

sqlite3_stmt* Statement::prepared() {
  if (statement_) return statement_.get();
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_, sql_.data(), static_cast<int>(sql_.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  statement_.reset(statement);
  check(database_, code);
  return statement;
}

void Statement::reset() {
  if (!statement_) return;
  sqlite3_reset(statement_.get());
  sqlite3_stmt_status(statement_.get(), SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);  // which must_end() looks at
  rows_ = 0;
}

bool Statement::step() {
  const int code = step_watched(prepared(), *watch_);
  if (std::exchange(watch_->is_endless, false)) throw_endless(database_);
  if (code == SQLITE_ROW) {
    constexpr std::uint64_t rows_between_looks = 1 << 16;
    if (++rows_ % rows_between_looks == 0) require_room();
    return true;
  }
  if ((code & 0xFF) == SQLITE_INTERRUPT)
    throw_if_stopped();
  else if (code != SQLITE_DONE)  // what was prepared can only stumble over what it reads
    fail(database_, (code & 0xFF) == SQLITE_ERROR ? SQLITE_CORRUPT : code);
  reset();
  return false;
}

/// A file in which pages name the same page again and again has more rows than it has room for, if it is read for long.
void Statement::require_room() const {
  constexpr std::uint64_t least_row = 4;  // bytes, in the page itself
  std::uint64_t bytes = 1;
  for (const char* sql : {"PRAGMA page_count", "PRAGMA page_size"}) {
    Statement size(database_, watch_, sql);
    size.for_first([&](const Statement& row) { bytes *= row.count(0); });
  }
  if (rows_ > bytes / least_row) throw_endless(database_);
}

void Statement::run() {
  while (step()) {
  }
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::uint64_t Statement::number_up_to(std::int64_t most, int column) const {
  const std::int64_t value = integer(column);
  if (value >= 0 && value <= most) return static_cast<std::uint64_t>(value);
  throw Error(ErrorCode::bad_data, message("{} is damaged: “{}” is {}", sqlite3_db_filename(database_, "main"),
                                           sqlite3_column_name(statement_.get(), column), value));
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return {bytes != nullptr ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return {bytes != nullptr ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Value Statement::value(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return integer(column);
    case SQLITE_FLOAT:
      return real(column);
    default:
      return std::string(text(column));
  }
}

void Statement::bind(int index, std::int64_t value) { check(database_, sqlite3_bind_int64(prepared(), index, value)); }

void Statement::bind(int index, double value) { check(database_, sqlite3_bind_double(prepared(), index, value)); }

void Statement::bind(int index, std::string_view value) {
  check(database_, sqlite3_bind_text64(prepared(), index, value.data() != nullptr ? value.data() : "", value.size(),
                                       SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int index, Blob value) {
  check(database_, sqlite3_bind_blob64(prepared(), index, value.bytes.data() != nullptr ? value.bytes.data() : "",
                                       value.bytes.size(), SQLITE_STATIC));
}

void Statement::bind_null(int index) { check(database_, sqlite3_bind_null(prepared(), index)); }

void Connection::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Connection::WatchCloser::operator()(Watch* watch) const { delete watch; }

Connection::Connection(const Deadline& deadline) : watch_(new Watch{&deadline}) {}

Connection::Connection(const std::filesystem::path& path, Access access, const Deadline& deadline)
    : Connection(deadline) {
  const std::string name = path.string();
  switch (access) {
    case Access::read: {
      open(name, SQLITE_OPEN_READONLY);
      // A log cannot be shared in a folder where nothing can be written; the file alone is whole when there is no log.
      const int code = sqlite3_exec(database_.get(), "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr);
      const bool no_log = (code & 0xFF) == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_READONLY;
      if (!no_log || !is_empty(path.native() + "-wal"))
        check(database_.get(), code);
      else
        open("file:" + uri_path(name) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
      execute(map_file);
      break;
    }
    case Access::create:
    case Access::write:
      open(name, SQLITE_OPEN_READWRITE | (access == Access::create ? SQLITE_OPEN_CREATE : 0));
      if (access == Access::create) execute("PRAGMA page_size = 16384");  // wastes less than 4096 on rows of a kilobyte
      execute(  // a log of 96 MiB is moved at the next commit, which adds up to 30 MB
          "PRAGMA cell_size_check = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = "
          "ON; "
          "PRAGMA cache_size = -24576; PRAGMA wal_autocheckpoint = 6144");
      break;
    case Access::undo:
      open(name, SQLITE_OPEN_READWRITE);
      execute("SELECT 1 FROM sqlite_schema");
      break;
    case Access::keep:
      open(name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      execute(
          "PRAGMA cell_size_check = ON; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; "
          "PRAGMA secure_delete = ON");
      break;
  }
}

void Connection::open(const std::string& name, int flags) {
  if ((flags & SQLITE_OPEN_READWRITE) != 0) require_own_journal(name);
  sqlite3* database = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  database_.reset(database);
  check(database, code, name);
  if ((flags & SQLITE_OPEN_READWRITE) != 0) require_writable(database, name);
  sqlite3_busy_timeout(database, patience);
  disarm(database);
  watch_statements(database, *watch_);
}

const Deadline& Connection::obey(const Deadline& deadline) { return *std::exchange(watch_->deadline, &deadline); }

void Connection::execute(const std::string& sql) {
  for (const char* rest = sql.c_str(); *rest != '\0';) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v2(database_.get(), rest, -1, &made, &rest);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(made, sqlite3_finalize);
    check(database_.get(), code);
    if (statement) run(statement.get());  // none stands behind the last semicolon
  }
}

void Connection::run(sqlite3_stmt* statement) {
  int code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = step_watched(statement, *watch_);
  if (std::exchange(watch_->is_endless, false)) throw_endless(database_.get());
  if (code != SQLITE_DONE) fail(database_.get(), code);
}

std::int64_t Connection::pragma(const std::string& name) {
  Statement statement = prepare("PRAGMA " + name);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Connection::last_insert_id() const { return sqlite3_last_insert_rowid(database_.get()); }

std::int64_t Connection::changed_rows() const { return sqlite3_changes64(database_.get()); }

/// A statement left on a row still reads, and would keep the log from being emptied.
void Connection::reset_statements() {
  for (auto* each = sqlite3_next_stmt(database_.get(), nullptr); each != nullptr;
       each = sqlite3_next_stmt(database_.get(), each))
    if (sqlite3_stmt_busy(each) != 0) sqlite3_reset(each);
}

bool Connection::checkpoint() {
  reset_statements();
  // A reader may need the log for as long as it likes: then the log stays, until a later checkpoint.
  const bool is_long = has_long_log(sqlite3_db_filename(database_.get(), "main"));
  sqlite3_busy_timeout(database_.get(), is_long ? long_patience : checkpoint_patience);
  bool emptied = false;
  {
    Statement checkpoint = prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    emptied = checkpoint.step() && checkpoint.integer(0) == 0;
  }
  sqlite3_busy_timeout(database_.get(), patience);
  return emptied;
}

bool Connection::copy_to(const std::filesystem::path& file, const std::function<bool()>& go_on) {
  constexpr int pages_at_a_time = 1024;
  Connection copy(Deadline::never());
  copy.open(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  copy.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");  // who asked for the file waits for the disk
  sqlite3_backup* backup = sqlite3_backup_init(copy.database_.get(), "main", database_.get(), "main");
  if (backup == nullptr) fail(copy.database_.get(), sqlite3_errcode(copy.database_.get()));
  int code = SQLITE_OK;
  bool goes_on = true;
  while (code == SQLITE_OK && (goes_on = go_on())) code = sqlite3_backup_step(backup, pages_at_a_time);
  sqlite3_backup_finish(backup);
  if (!goes_on) return false;
  if (code != SQLITE_DONE) fail(copy.database_.get(), code);
  copy.execute("PRAGMA journal_mode = DELETE");
  copy.require_structure(sqlite3_db_filename(database_.get(), "main"));
  return true;
}

void Connection::require_structure(const std::string& file) {
  Statement check = prepare("PRAGMA quick_check(1)");
  if (check.step() && check.text(0) != "ok")
    throw Error(ErrorCode::bad_data, message("{} is damaged: {}", file, std::string(check.text(0))));
}

void Connection::vacuum() {
  reset_statements();
  require_structure(sqlite3_db_filename(database_.get(), "main"));  // a table without an end would fill the disk
  execute("VACUUM");
}

}  // namespace hemero::sqlite
