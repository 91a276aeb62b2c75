#pragma once

#include <functional>
#include <vector>

#include "common/store/index/candidate_query.h"

namespace Xapian {
class Query;
}

namespace hemero {

/// What a term, or a group of terms that are counted as one, is worth: its rarity.
using Weigh = std::function<double(const CandidateQuery& part)>;

/// A query as Xapian takes it. `check` is asked about single candidates, last, and must outlive the query; null when
/// the query has no checks. Without `weigh` all terms are worth the same.
Xapian::Query compile(const CandidateQuery& query, CandidateCheck* check, const Weigh& weigh);

/// The same query among some versions, or leaving them out; ascending, they must outlive it.
Xapian::Query among(const Xapian::Query& query, const std::vector<VersionId>& versions);
Xapian::Query without(const Xapian::Query& query, const std::vector<VersionId>& versions);

}  // namespace hemero
