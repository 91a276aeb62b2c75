#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/store/glass/table.h"

namespace hemero::glass {

/// What a database says of the values in slot 0: it stands before them.
class ValueStatistics {
 public:
  /// Counts a document's value; an empty one is none.
  void add(std::string_view value);

  /// Writes the entry, unless there is no value.
  void write(TableWriter& table) const;

 private:
  std::uint32_t documents_ = 0;
  std::string lowest_;
  std::string highest_;
};

/// Writes the values in slot 0 as they come, in ascending order of documents.
class ValueList {
 public:
  explicit ValueList(TableWriter& table) : table_(table) {}

  /// Adds a document's value of 255 bytes at most; an empty one is none.
  void add(std::uint32_t document, std::string_view value);

  /// Writes what is left.
  void finish();

 private:
  TableWriter& table_;
  std::string chunk_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace hemero::glass
