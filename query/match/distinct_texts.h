#pragma once

#include <vector>

#include "common/store/index/index_reader.h"

namespace hemero {

/// Of versions that are copies of one another the one that was published first, among these; of those that were
/// published alike the one with the lowest number. Both ascending.
std::vector<VersionId> distinct_texts(const std::vector<VersionId>& versions, const IndexReader& index);

/// The same, but where one of `chosen` is a copy it stands for the others.
std::vector<VersionId> distinct_texts(const std::vector<VersionId>& versions, const std::vector<VersionId>& chosen,
                                      const IndexReader& index);

}  // namespace hemero
