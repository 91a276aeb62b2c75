#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/store/folder/sqlite.h"

namespace hemero {

/// What an index of a catalogue that may be damaged holds: the values of a column, each with the number of its row. A
/// value stands in its row and in the index, so that one of them tells what the other was.
template <typename Value>
class IndexEntries {
 public:
  /// Another value than a row has.
  struct Other {
    Value value;
    bool sure;  ///< it is what was stored; else either may be
  };

  /// Reads the index of this name of a column; where a page of it is damaged, what stands before the first such page
  /// and behind the last one. NULL is 0.
  IndexEntries(sqlite::Connection& connection, const std::string& table, const std::string& index,
               const std::string& column);

  /// What is indexed for a row in the place of its own value, unless that one is right. Of two that differ the one
  /// that is in its place among the others of the index is right.
  std::optional<Other> other(std::int64_t number, const Value& own) const;

  /// The first value that is indexed for a row; nothing for none.
  std::optional<Value> of(std::int64_t number) const;

  /// Values and numbers, in the order of the index.
  const std::vector<std::pair<Value, std::int64_t>>& entries() const { return entries_; }

  /// How many rows have a value, by value.
  std::map<Value, std::uint64_t> counts() const;

 private:
  using Entry = std::pair<Value, std::int64_t>;

  bool read(sqlite::Connection& connection, const std::string& sql);
  bool fits(std::size_t place, const Entry& entry) const;

  std::vector<Entry> entries_;                                 ///< in the order of the index
  std::unordered_multimap<std::int64_t, std::size_t> places_;  ///< by the rows' numbers
};

/// The numbers of the rows that an index finds by a value (?1 of the statement); those that were read where it is
/// damaged.
std::vector<std::int64_t> indexed_numbers(sqlite::Statement& by_value);

}  // namespace hemero
