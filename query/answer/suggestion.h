#pragma once

#include <optional>
#include <string>

#include "query/plan/plan.h"
#include "query/slips/correction.h"

namespace hemero {

/// "Vouliez-vous dire": the query with each doubtful word replaced by what is likelier meant (Corrector),
/// and with words put together that were cut in two ("ambas sadeur"). Doubtful is a word that no article prints, or so
/// seldom beside a similar one that is printed far more often; when nothing was found, also one whose other forms are
/// printed, and less of a difference is enough. Nothing when no word needs it or none has a likelier one. Never applied
/// unasked.
std::optional<std::string> suggest(const std::string& query, const QueryPlan& plan, FormFinder& forms,
                                   Corrector& corrector, bool nothing_found);

/// True for a plain word of the query that no article prints in any form.
bool is_unknown(const PlannedWord& word);

}  // namespace hemero
