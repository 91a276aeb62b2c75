#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hemero {

/// Bytes of a row that are no text.
struct RawBlob {
  std::string bytes;
};

using RawValue = std::variant<std::monostate, std::int64_t, double, std::string, RawBlob>;

/// A row of a table as it lies in a file of SQLite.
struct RawRow {
  std::int64_t number = 0;  ///< its rowid
  std::vector<RawValue> columns;
};

/// Calls `take` with each row that a leaf of any table holds, whether or not a tree leads there, and whatever its page
/// says of its place: what can be read as a row of so many columns. Not all of them need be rows of the same table, nor
/// rows at all. Format: https://www.sqlite.org/fileformat2.html. Throws Error where the file cannot be read.
void each_raw_row(const std::filesystem::path& file, std::size_t columns,
                  const std::function<void(const RawRow&)>& take);

}  // namespace hemero
