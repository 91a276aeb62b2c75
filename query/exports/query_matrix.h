#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/store/archive_reader.h"

namespace hemero {

/// Which articles match which of many queries, as a table: a row for each article that matches one, in the order in
/// which they were stored, with its number, key, date and source, then 1 or 0 for each query, below its name.
class QueryMatrix {
 public:
  void add(std::string query, const std::vector<VersionId>& matches);

  /// Gives the header and the rows, as CSV, one after the other.
  void write(ArchiveReader& archive, const std::function<void(const std::string& row)>& take) const;

 private:
  std::vector<std::string> queries_;
  std::map<VersionId, std::vector<std::size_t>> matched_;  ///< places of queries, ascending
};

}  // namespace hemero
