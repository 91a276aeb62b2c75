#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/store/checking/raw_rows.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// Copies the rows of one table from a catalogue that may be damaged into another one, which has the table already.
class TableSalvage {
 public:
  TableSalvage(sqlite::Connection& from, sqlite::Connection& to, std::string table);

  /// Copies all rows that can be read and stored; how many could not, as far as their numbers tell.
  std::uint64_t copy();

  /// Copies rows that no tree leads to any more, but that lie in the file; the numbers of those that are new.
  std::vector<std::int64_t> copy_raw(const std::filesystem::path& file);

 private:
  bool fits(const RawRow& row) const;
  /// Which rows are read: all in the order of the key, the other way round, or one.
  enum class Which { ascending, descending, single };

  std::string selecting(Which which) const;
  bool copy_rows(sqlite::Statement& rows);
  std::uint64_t copy_singly();
  bool insert(const sqlite::Statement& row);
  bool run_insert();
  std::int64_t last_number();

  sqlite::Connection& from_;
  sqlite::Connection& to_;
  std::string table_;
  std::vector<std::string> columns_;
  std::vector<std::string> types_;
  std::vector<bool> is_required_;
  std::string key_;          ///< columns of the primary key, with commas
  bool has_number_ = false;  ///< the key is one number
  std::int64_t last_ = 0;    ///< the number of the row that was copied last
  std::optional<sqlite::Statement> insert_;
};

}  // namespace hemero
