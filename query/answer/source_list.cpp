#include "query/answer/source_list.h"

#include <algorithm>

namespace hemero {

std::vector<ListedSource> list_sources(const std::vector<VersionId>& versions, const ArchiveColumns& columns) {
  const ColumnReading sources = columns.read(ValueColumn::source, versions);
  const ColumnReading dates = columns.read(ValueColumn::date, versions);
  std::vector<ListedSource> listed(sources.values.size());
  for (std::size_t i = 0; i < versions.size(); ++i) {
    ListedSource& source = listed[sources.numbers[i]];
    ++source.articles;
    const std::string_view date = dates.values[dates.numbers[i]];
    if (date.empty()) continue;
    if (source.first.empty() || date < source.first) source.first = date;
    if (date > source.last) source.last = date;
  }
  for (std::size_t i = 0; i < listed.size(); ++i) listed[i].name = sources.values[i];
  std::erase_if(listed, [](const ListedSource& source) { return source.articles == 0; });
  std::ranges::sort(listed, [](const ListedSource& a, const ListedSource& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
  });
  return listed;
}

}  // namespace hemero
