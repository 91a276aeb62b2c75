#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/store/checking/raw_rows.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// Binds a value behind those that are bound.
void bind_raw(sqlite::Statement& statement, const RawValue& value);

/// Copies the rows of one table from a catalogue that may be damaged into another one, which has the table already.
class TableSalvage {
 public:
  /// Mends a row before it is stored; false for one that is not to be stored as it is.
  using Mend = std::function<bool(RawRow&)>;

  TableSalvage(sqlite::Connection& from, sqlite::Connection& to, std::string table, Mend mend = {});

  /// Copies all rows that can be read and stored; how many could not, as far as their numbers tell.
  std::uint64_t copy();

  /// Copies rows that no tree leads to any more, but that lie in the file; the numbers of those that are new.
  std::vector<std::int64_t> copy_raw(const std::filesystem::path& file);

  /// Rows that were read and not stored: not to be, or where another one has their number or key. One of them may
  /// stand there several times, or be stored as well.
  const std::vector<RawRow>& kept_back() const { return kept_back_; }

  /// Stores a row; false when another one has its number or key. Throws Error where the table does not take such a row.
  bool store(const RawRow& row);

 private:
  /// Which rows are read: all in the order of the key, the other way round, or one.
  enum class Which { ascending, descending, single };

  bool fits(const RawRow& row) const;
  std::string selecting(Which which) const;
  bool copy_rows(sqlite::Statement& rows);
  std::uint64_t copy_singly();
  std::optional<std::int64_t> next_number(std::int64_t number);
  bool is_known(std::int64_t number);
  bool is_stored(const RawRow& row);
  void bind(sqlite::Statement& statement, const RawRow& row) const;
  RawRow read(const sqlite::Statement& row) const;
  bool take(RawRow row);
  std::int64_t last_number();

  sqlite::Connection& from_;
  sqlite::Connection& to_;
  std::string table_;
  Mend mend_;
  std::vector<std::string> columns_;
  std::vector<std::string> types_;
  std::vector<bool> is_required_;
  std::string key_;          ///< columns of the primary key, with commas
  bool has_number_ = false;  ///< the key is one number
  std::optional<sqlite::Statement> insert_;
  std::optional<sqlite::Statement> same_;
  std::vector<RawRow> kept_back_;
};

}  // namespace hemero
