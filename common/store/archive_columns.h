#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/columns/column_table.h"
#include "common/store/index/index_folder.h"

namespace hemero {

/// The values that some versions have in a column.
struct ColumnReading {
  std::vector<std::string_view> values;  ///< distinct, the first one empty; as long as the columns are there
  std::vector<std::uint32_t> numbers;    ///< for each version, in their order, which of these it has
};

/// The columns of all versions that an index holds.
class ArchiveColumns {
 public:
  /// Throws Error: other_version (with a hint) when an older program made the index, without columns; bad_data when
  /// they are damaged.
  ArchiveColumns(const IndexFolder& folder, const PartList& list);

  /// How many of these versions, ascending, have which value; nothing for values that none has.
  ColumnCounts count(ValueColumn column, std::span<const VersionId> versions) const;

  /// The values of all versions, each once and none empty; of lists of names the names.
  std::vector<std::string> values(ValueColumn column) const;

  /// Which of these versions, ascending, has which value.
  ColumnReading read(ValueColumn column, std::span<const VersionId> versions) const;

  /// What a version has; empty also for one that the index does not hold. As long as the columns are there.
  std::string_view value(ValueColumn column, VersionId version) const;

 private:
  std::vector<ColumnTable> tables_;  ///< ascending
};

}  // namespace hemero
