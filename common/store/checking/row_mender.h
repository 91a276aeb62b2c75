#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/store/checking/index_entries.h"
#include "common/store/checking/table_salvage.h"

namespace hemero {

/// Copies the rows of a table that other tables refer to by their numbers, and mends these, and what is indexed of the
/// rows: one that is found under another number than its own would be taken for another one, or keep that one out.
class RowMender {
 public:
  /// A column, by its place in the table, that leads to the number of its row.
  struct Witness {
    std::size_t column;  ///< 0 for the number itself
    const char* sql;     ///< selects numbers by what stands there, ?1
  };

  /// What is known of a table.
  struct Table {
    const char* name;
    std::vector<Witness> indexes;  ///< of the damaged catalogue: what is in order is found by each of them
    std::vector<Witness> others;   ///< other tables of the new one
    const char* is_same;           ///< a condition: a stored row is the one of the columns ?1, ?2 …
    std::size_t same_columns;      ///< how many of these it names
    bool takes_any_number = true;  ///< a row whose number is lost is still of use
  };

  RowMender(sqlite::Connection& from, sqlite::Connection& to, Table table);

  /// Lets an index tell also what should stand in its column; the index must outlive it.
  void mend(std::size_t column, const IndexEntries<std::string>& index) { texts_.push_back({column, index}); }
  void mend(std::size_t column, const IndexEntries<std::int64_t>& index) { numbers_.push_back({column, index}); }

  /// Copies what is in order, also what no tree leads to but lies in the file; how many rows could not be read, as far
  /// as their numbers tell.
  std::uint64_t copy(const std::filesystem::path& file);

  /// Finds numbers for the rows that are not in order. What they refer to must have been copied.
  void settle();

  /// Rows that no tree led to, by number.
  const std::vector<std::int64_t>& found_again() const { return found_again_; }

  /// Two values of a row of which either may be what was stored; it has its own.
  struct Doubt {
    std::int64_t number;
    std::variant<std::int64_t, std::string> own;
    std::variant<std::int64_t, std::string> other;
  };
  const std::vector<Doubt>& doubts() const { return doubts_; }

 private:
  struct Statement {
    std::size_t column;
    sqlite::Statement numbers;
  };
  template <typename Value>
  struct Column {
    std::size_t column;
    const IndexEntries<Value>& index;
  };

  bool is_in_order(RawRow& row);
  void mend_values(RawRow& row);
  void settle(const RawRow& as_read);
  std::vector<std::int64_t> candidates(const RawRow& row);
  bool is_stored(const RawRow& row);
  bool is_free(std::int64_t number);
  std::int64_t spare_number();

  sqlite::Connection& to_;
  Table table_;
  std::vector<Statement> indexes_;
  std::vector<Statement> others_;
  std::vector<Column<std::string>> texts_;
  std::vector<Column<std::int64_t>> numbers_;
  TableSalvage salvage_;
  std::vector<std::int64_t> found_again_;
  std::vector<Doubt> doubts_;
};

}  // namespace hemero
