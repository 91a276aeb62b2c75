#pragma once

#include <cstddef>
#include <vector>

#include "common/model/page.h"
#include "common/store/archive_reader.h"
#include "query/plan.h"

namespace hemero {

/// An article that holds most of a query's words, but not all.
struct PartialHit {
  VersionId version{};
  std::size_t words = 0;  ///< how many of them it holds
  ScoreParts parts;
};

/// The articles with more than half of the words, those with the most words first, then by score. `plan` asks for any of
/// the words; of fewer than three there are no partial hits. With `collapse`, of copies of one another the best only.
std::vector<PartialHit> partial_hits(const QueryPlan& plan, ArchiveReader& archive, bool collapse);

}  // namespace hemero
