#pragma once

#include <optional>

#include "common/base/dates/date.h"
#include "common/store/index/candidate_query.h"

namespace hemero {

/// The articles published between two dates, both included, either open: by terms of whole years, of whole months at
/// the edges, of days at their edges. A date that names a month or a year means all of it.
CandidateQuery date_query(const std::optional<Date>& from, const std::optional<Date>& to);

}  // namespace hemero
