#include "common/store/archive_columns.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

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

ColumnReading ArchiveColumns::read(ValueColumn column, std::span<const VersionId> versions) const {
  ColumnReading reading{{""}, {}};
  reading.numbers.reserve(versions.size());
  std::unordered_map<std::string_view, std::uint32_t> known{{"", 0}};
  auto version = versions.begin();
  for (const ColumnTable& table : tables_) {
    const auto begin = std::lower_bound(version, versions.end(), table.first());
    reading.numbers.resize(static_cast<std::size_t>(begin - versions.begin()));  // no table has those in between
    std::vector<std::uint32_t> numbers;                                          // here, by the number in the table
    for (const std::string_view value : table.values(column)) {
      const auto [place, is_new] = known.emplace(value, static_cast<std::uint32_t>(reading.values.size()));
      if (is_new) reading.values.push_back(value);
      numbers.push_back(place->second);
    }
    for (version = begin; version != versions.end() && table.covers(*version); ++version)
      reading.numbers.push_back(numbers[table.number(column, *version)]);
  }
  reading.numbers.resize(versions.size());
  return reading;
}

std::string_view ArchiveColumns::value(ValueColumn column, VersionId version) const {
  const auto behind = std::ranges::upper_bound(tables_, version, {}, &ColumnTable::first);
  return behind == tables_.begin() ? std::string_view() : (behind - 1)->value(column, version);
}

}  // namespace hemero
