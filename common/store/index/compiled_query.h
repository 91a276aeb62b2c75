#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/index/candidate_query.h"

namespace Xapian {
class Query;
}

namespace hemero {

/// What a term, or a group of terms that are counted as one, is worth: its rarity.
using Weigh = std::function<double(const CandidateQuery& part)>;

/// A query as Xapian takes it. `check` is asked about single candidates, last, and must outlive the query; null when
/// the query has no checks. Without `weigh` all terms are worth the same. What is compiled may also match what is
/// behind the last version: only what until() makes of it is searched.
Xapian::Query compile(const CandidateQuery& query, CandidateCheck* check, const Weigh& weigh);

/// Some versions, ascending. Queries share the list, which may be long.
using VersionList = std::shared_ptr<const std::vector<VersionId>>;

/// The same query among some versions, or leaving them out.
Xapian::Query among(const Xapian::Query& query, VersionList versions);
Xapian::Query without(const Xapian::Query& query, VersionList versions);

/// The same query, of whose matches only versions are found, and none when the time is over; the deadline must outlive
/// it.
Xapian::Query until(const Xapian::Query& query, const Deadline& deadline);

}  // namespace hemero
