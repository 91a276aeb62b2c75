#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/archive_columns.h"

namespace hemero {

/// A source as its articles name it, how many there are, and when the first and the last one were published.
struct ListedSource {
  std::string name;  ///< empty: those without a source
  std::uint64_t articles = 0;
  std::string first;  ///< as precise as it is known; empty where no article has a date
  std::string last;
};

/// The sources of these versions, ascending: most articles first, then by their names.
std::vector<ListedSource> list_sources(const std::vector<VersionId>& versions, const ArchiveColumns& columns);

}  // namespace hemero
