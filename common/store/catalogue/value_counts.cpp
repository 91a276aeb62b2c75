#include "common/store/catalogue/value_counts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "common/store/catalogue/lines.h"

namespace hemero {

namespace {

/// By the order of the enumeration: what a version has, one value a line.
constexpr std::array columns{"source.name", "authors", "section", "language", "substr(date, 1, 4)"};

}  // namespace

std::vector<ValueCount> count_values(const ArchiveFolder& folder, ListedValue listed) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows =
      connection.prepare(fmt::format("SELECT {}, count(*) FROM article JOIN version ON version.id = version_id "
                                     "LEFT JOIN source ON source.id = source_id GROUP BY 1",
                                     columns[static_cast<std::size_t>(listed)]));
  std::map<std::string, std::uint64_t> counts;
  while (rows.step()) {
    const std::vector<std::string> lines = split_lines(rows.text(0));
    for (const std::string& value : std::set(lines.begin(), lines.end())) counts[value] += rows.count(1);
  }
  std::vector<ValueCount> sorted;
  for (const auto& [value, articles] : counts) sorted.push_back({value, articles});
  if (listed != ListedValue::year)
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const ValueCount& a, const ValueCount& b) { return a.articles > b.articles; });
  return sorted;
}

}  // namespace hemero
