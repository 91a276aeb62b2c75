#pragma once

#include <vector>

#include "common/text/token.h"
#include "query/passages/highlighter.h"
#include "query/plan/plan.h"

namespace hemero {

/// Leaves of the matches, sorted, those that tell the reader something:
/// - a word of grammar of the query ("par") only beside what else was found, in a pasted sentence only between ("portés
/// par
///   le vent"), unless nothing else is asked for;
/// - of a word that is part of a name of the query ("saint etienne") no part of another name (Saint-Chamond).
void drop_idle_matches(const QueryPlan& plan, const TokenList& tokens, std::vector<Match>& matches);

/// The ranges of matches, sorted. One are those that overlap or touch, those with only blanks or a hyphen between them,
/// and those of different words of the query with nothing but linking words between: état d’urgence.
std::vector<Range> merged_ranges(const TokenList& tokens, const std::vector<Match>& matches);

}  // namespace hemero
