#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/deadline.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hemero::sqlite {

/// Bytes to be stored as they are; they must outlive the step that reads them.
struct Blob {
  std::string_view bytes;
};

/// A value whose type is known at run time only; monostate is NULL.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// The largest number of an article, a version or a word: those who count on from it, or by blocks, never pass 2^32.
inline constexpr std::uint32_t largest_id = 0xFFF0'0000;

struct Watch;

/// One statement, prepared when it first runs: most programs need few of those that they know. Values are bound by
/// with(); rows are read after each step() that returns true, columns counted from 0, text and blobs valid until the
/// next step() or with(). Throws Error on every failure.
///
/// Where the connection's deadline is over, a statement ends as if there were no further row.
///
/// A statement that stands on a row still reads: while one does, the write-ahead log cannot be emptied. So step() is
/// for loops to the end; for_first() reads one row and leaves it.
class Statement {
 public:
  Statement(sqlite3* database, Watch* watch, std::string_view sql) : database_(database), watch_(watch), sql_(sql) {}

  /// Starts the statement again with these values for its ?1, ?2, …
  template <typename... Values>
  Statement& with(const Values&... values) {
    reset();
    bound_ = 0;
    return also(values...);
  }

  /// Binds further values, behind those that are bound.
  template <typename... Values>
  Statement& also(const Values&... values) {
    (bind(++bound_, values), ...);
    return *this;
  }

  /// Runs to the next row; false when there is none.
  bool step();

  /// Calls `read` on the first row and resets the statement; false when there is no row.
  template <typename Read>
  bool for_first(Read read) {
    const bool found = step();
    if (found) read(*this);
    reset();
    return found;
  }

  /// Runs a statement that returns no row.
  void run();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;

  /// The number of an article, a version or a word; 0 for NULL. Throws Error (bad_data) where it is none.
  template <typename Id>
  Id id(int column) const {
    return Id(static_cast<std::uint32_t>(number_up_to(largest_id, column)));
  }

  /// A number from 0 to `most`; throws Error (bad_data) where it is none.
  std::uint64_t number_up_to(std::int64_t most, int column) const;

  /// How many, or how large; throws Error (bad_data) where it is negative.
  std::uint64_t count(int column) const { return number_up_to(std::numeric_limits<std::int64_t>::max(), column); }

  double real(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;

  /// What stands there, whatever it is; a blob as text.
  Value value(int column) const;

 private:
  struct Closer {
    void operator()(sqlite3_stmt* statement) const;
  };

  sqlite3_stmt* prepared();
  void reset();
  void require_room() const;
  void bind(int index, std::int64_t value);
  void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::uint32_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, double value);
  void bind(int index, Blob value);
  void bind_null(int index);
  template <typename T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : bind_null(index);
  }
  void bind(int index, const Value& value) {
    std::visit([&](const auto& held) { bind(index, held); }, value);
  }
  void bind(int index, std::monostate) { bind_null(index); }

  sqlite3* database_;
  Watch* watch_;
  std::string sql_;
  std::unique_ptr<sqlite3_stmt, Closer> statement_;  ///< null until it first runs
  int bound_ = 0;                                    ///< values since the last with()
  std::uint64_t rows_ = 0;                           ///< that were read since then
};

enum class Access { create, write, read, keep, undo };

/// One connection to one file, for one thread at a time. A writing connection sets WAL journal, full synchronisation
/// and foreign keys; one that keeps (what several programs may write, a little at a time) has a rollback journal
/// instead, and makes the file where there is none; one that undoes what a journal says was cut short changes nothing
/// else; a reading one never changes the file, and reads it as an immutable one where its folder cannot be written and
/// no log stands beside it. Whatever the file says, it runs nothing and names no other file
/// (https://www.sqlite.org/security.html).
///
/// A single statement that is at work more than a second after a clean stop was asked for ends by throwing Stopped.
class Connection {
  static constexpr const char* map_file = "PRAGMA mmap_size = 268435456";  ///< of a reading one

 public:
  /// Obeys the deadline from the first look at the file on.
  Connection(const std::filesystem::path& path, Access access, const Deadline& deadline = Deadline::never());

  Statement prepare(std::string_view sql) { return {database_.get(), watch_.get(), sql}; }

  /// From now on statements end when this is over; it must last until another one is obeyed. Returns the one before.
  const Deadline& obey(const Deadline& deadline);

  /// Of a reading connection of which no statement stands on a row: gives back the memory of what was read, which is
  /// read again from the file when it is asked for.
  void give_back() { execute(std::string("PRAGMA mmap_size = 0;") + map_file); }

  /// Runs one or more statements that return nothing.
  void execute(const std::string& sql);

  /// What the file says of itself under the name of a PRAGMA.
  std::int64_t pragma(const std::string& name);

  std::int64_t last_insert_id() const;

  /// Rows that the last statement inserted, changed or deleted.
  std::int64_t changed_rows() const;

  /// Moves the write-ahead log into the file, and empties it unless a reader still needs it, for whom it waits some
  /// seconds when the log is long (long_log.h); whether it is empty.
  /// Statements that stand on a row are reset.
  bool checkpoint();

  /// Writes what the caller's read transaction sees into a new file, which needs no log, and looks through the
  /// structure of that. `go_on` is asked now and then; false when it said no: the file is not whole then. Throws Error
  /// (bad_data) when the structure is damaged.
  bool copy_to(const std::filesystem::path& file, const std::function<bool()>& go_on);

  /// Writes the file anew, without what was deleted in it. Statements that stand on a row are reset. Throws Error
  /// (bad_data) when its structure is damaged.
  void vacuum();

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  struct WatchCloser {
    void operator()(Watch* watch) const;
  };
  explicit Connection(const Deadline& deadline);
  void open(const std::string& name, int flags);
  void run(sqlite3_stmt* statement);
  void require_structure(const std::string& file);
  void reset_statements();

  std::unique_ptr<Watch, WatchCloser> watch_;
  std::unique_ptr<sqlite3, Closer> database_;
};

/// A transaction that is rolled back unless it is committed.
class Transaction {
 public:
  enum class Kind { read, write };
  Transaction(Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace hemero::sqlite
