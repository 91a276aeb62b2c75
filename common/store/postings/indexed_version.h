#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/model/article.h"
#include "common/store/columns/column.h"

namespace hemero {

/// What the index is given of one version.
struct IndexedVersion {
  VersionId version{};
  /// The number of a word family, its frequency within the version; repeats add up.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> families;
  std::vector<std::string> names;  ///< terms of fields (index_format.h), each with frequency 0; may repeat
  std::string date;                ///< date_value(), empty without a date
  ColumnValues columns = {};       ///< what it is counted by
};

/// The term of a word family: its number, big-endian, in 2 bytes below 2^14 (the first from 80 to BF), in 3 below 4
/// million (C0 to FE), else in 5 (FF). Terms of fields start with a capital, so the two never meet.
std::string family_term(std::uint32_t family);

}  // namespace hemero
