#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/store/columns/column.h"

namespace hemero {

/// The file of a part's columns, in its folder. The number is that of what the program that made the part notes for
/// restrictions, be it here or among its terms: a part of less has no such file, and is made anew.
inline constexpr const char* columns_file = "columns.2";

/// How many versions have a value, by the value.
using ColumnCounts = std::unordered_map<std::string, std::uint64_t>;

/// The columns of a range of versions, as a file has them (docs/format.md): of each column the distinct values, and for
/// each version the number of its value.
class ColumnTable {
 public:
  /// Nothing when the bytes are not what ColumnTableWriter::encode() gave.
  static std::optional<ColumnTable> decode(std::string bytes);

  /// From a file; nothing when there is none. Throws Error (io; bad_data when it is damaged).
  static std::optional<ColumnTable> read(const std::filesystem::path& file);

  VersionId first() const { return first_; }
  std::size_t versions() const { return versions_; }
  bool covers(VersionId version) const { return place_of(version) < versions_; }

  /// Empty also for a version out of the range. As long as the table is there.
  std::string_view value(ValueColumn column, VersionId version) const;

  /// Every value of a column, some perhaps of no version; the first one is empty. As long as the table is there.
  const std::vector<std::string_view>& values(ValueColumn column) const { return of(column).list; }

  /// Which of these values a version of the range has.
  std::uint32_t number(ValueColumn column, VersionId version) const { return of(column).number(place_of(version)); }

  /// Adds these versions, those out of the range aside.
  void count(ValueColumn column, std::span<const VersionId> versions, ColumnCounts& counts) const;

 private:
  struct Values {
    std::vector<std::string_view> list;  ///< the first one is empty
    std::string_view numbers;            ///< of the versions' values, `width` bytes each, low ones first
    std::size_t width = 1;               ///< 1, 2 or 4

    std::uint32_t number(std::size_t place) const;
  };

  ColumnTable() = default;
  const Values& of(ValueColumn column) const { return columns_[static_cast<std::size_t>(column)]; }
  std::size_t place_of(VersionId version) const {
    return static_cast<std::size_t>(version) - static_cast<std::size_t>(first_);  // huge for one before the first
  }
  bool decode_all();
  static std::optional<Values> decode_values(std::string_view bytes, std::size_t& at, std::size_t versions);

  std::vector<char> bytes_;  ///< which views keep when it is moved
  VersionId first_{};
  std::size_t versions_ = 0;
  std::array<Values, column_names.size()> columns_;
};

/// Makes the columns of some versions.
class ColumnTableWriter {
 public:
  /// Of versions from this one on.
  explicit ColumnTableWriter(VersionId first) : first_(first) {}

  /// Versions come in ascending order.
  void append(VersionId version, const ColumnValues& values);

  /// The same of one that a table has.
  void append(VersionId version, const ColumnTable& table);

  std::string encode() const;

 private:
  /// The distinct values of a column, and which of them each version has.
  struct Values {
    void append(std::string_view value);

    std::deque<std::string> list{""};
    std::unordered_map<std::string_view, std::uint32_t> by_text{{"", 0}};
    std::vector<std::uint32_t> numbers;
  };

  void skip_to(VersionId version);

  VersionId first_;
  std::size_t versions_ = 0;
  std::array<Values, column_names.size()> columns_;
};

}  // namespace hemero
