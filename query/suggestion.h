#pragma once

#include <optional>
#include <string>

#include "query/plan.h"

namespace hemero {

/// "Vouliez-vous dire": the query with each word that no article prints, or that two at most print where a neighbour is
/// printed fifty times as often, replaced by the likeliest word of the archive: near in edits, frequent, or two words
/// that were typed together. Nothing when no word needs it or none has a neighbour. Never applied unasked.
std::optional<std::string> suggest(const std::string& query, const QueryPlan& plan, FormFinder& forms);

/// True for a plain word of the query that no article prints in any form.
bool is_unknown(const PlannedWord& word);

}  // namespace hemero
