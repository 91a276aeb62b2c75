#include "common/store/archive_columns.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/lines.h"

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

std::vector<std::string> ArchiveColumns::values(ValueColumn column) const {
  std::set<std::string> distinct;
  for (const ColumnTable& table : tables_)
    for (const std::string_view value : table.values(column))
      for (std::string& line : split_lines(value)) distinct.insert(std::move(line));
  return {distinct.begin(), distinct.end()};
}

}  // namespace hemero
