#pragma once

#include <chrono>
#include <vector>

#include "common/store/index/index_reader.h"

namespace Xapian {
class Database;
}

namespace hemero {

/// A part as it is counted.
struct CountedPart {
  const Xapian::Database* database;
  VersionId first;                     ///< its versions are this one and later ones
  const std::vector<VersionId>* dead;  ///< those of them that do not count, ascending; null when all count
};

/// Counts all that match, until the time is over, without ranking: for a few thousand versions at a time by sets of
/// them, which costs a fraction of what Xapian's matcher takes for each. `check` as in a request.
IndexCount count_matches(const std::vector<CountedPart>& parts, const CandidateQuery& query, CandidateCheck* check,
                         const CopyTable& copies, std::chrono::steady_clock::time_point end);

/// All of them.
IndexMatches list_matches(const std::vector<CountedPart>& parts, const CandidateQuery& query, CandidateCheck* check,
                          std::chrono::steady_clock::time_point end);

}  // namespace hemero
