#pragma once

#include <optional>
#include <string>

#include "query/plan.h"

namespace hemero {

/// "Vouliez-vous dire": the query with each word that no article prints replaced by the most frequent word of the archive
/// within its edits. Nothing when every word is known or none has a neighbour. Never applied unasked.
std::optional<std::string> suggest(const std::string& query, const QueryPlan& plan, FormFinder& forms);

/// True for a plain word of the query that no article prints in any form.
bool is_unknown(const PlannedWord& word);

}  // namespace hemero
