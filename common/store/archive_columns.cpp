#include "common/store/archive_columns.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

ArchiveColumns::ArchiveColumns(const IndexFolder& folder, const PartList& list) {
  for (const Part& part : list.parts) {
    auto table = ColumnTable::read(folder.path() / part.folder / columns_file);
    if (!table)
      throw Error(ErrorCode::other_version,
                  message("the index in {} was made by another version", folder.path().string()),
                  message("run “hemero-index rebuild”"));
    tables_.push_back(*std::move(table));
  }
}

ColumnCounts ArchiveColumns::count(ValueColumn column, std::span<const VersionId> versions) const {
  ColumnCounts counts;
  for (const ColumnTable& table : tables_) {
    const auto begin = std::lower_bound(versions.begin(), versions.end(), table.first());
    const auto end = std::find_if(begin, versions.end(), [&](VersionId version) { return !table.covers(version); });
    table.count(column, {begin, end}, counts);
  }
  return counts;
}

std::string_view ArchiveColumns::value(ValueColumn column, VersionId version) const {
  const auto behind = std::ranges::upper_bound(tables_, version, {}, &ColumnTable::first);
  return behind == tables_.begin() ? std::string_view() : (behind - 1)->value(column, version);
}

}  // namespace hemero
