#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/query_tree.h"
#include "common/model/search_request.h"
#include "common/store/index/candidate_query.h"
#include "query/plan/pattern.h"
#include "query/slips/correction.h"
#include "query/words/forms.h"

namespace hemero {

/// How a plan is made.
struct PlanOptions {
  MatchMode mode = MatchMode::all;  ///< under `any` words that stand side by side need not all match
  bool misread = false;             ///< texts were read by machine: words one letter away count too, for less
  bool times = true;                ///< a word that names a time is also met by the articles published then
};

/// A word or phrase of the query and what it reached, for explanation, highlights and partial matches.
struct PlannedWord {
  QueryNode node;
  std::vector<VocabularyEntry> forms;  ///< the surfaces of a single word; empty for a phrase
  Pattern pattern;
  std::optional<Pattern> as_typed;  ///< where that tells more: the form that was typed, blind to accents and case
  double typed_share = 1;           ///< of the occurrences of its forms, those of the form that was typed
  CandidateQuery candidates;
  std::optional<std::string> published;  ///< of a time beside other words: how the index's date begins of articles that
                                         ///< meet it by having been published then
  bool weak = false;                     ///< a word of grammar that other words make superfluous
  bool soft = false;                     ///< a word of grammar that counts for less
  bool in_name = false;                  ///< makes a compound of the archive with a word beside it: "saint etienne"
  bool excluded = false;                 ///< stands under an exclusion

  /// True for an article that meets the word by its date of publication, as the index has it.
  bool is_met_by(std::string_view date) const { return published && date.starts_with(*published); }
};

/// A query made ready for one archive.
struct QueryPlan {
  CandidateQuery query;
  std::vector<Check> checks;                        ///< by number, as `query` refers to them
  std::vector<std::vector<VocabularyEntry>> slots;  ///< the surfaces of each, by id
  std::vector<PlannedWord> words;
  std::vector<std::string> notices;
};

/// Makes a query ready. Exclusions and dates always hold.
QueryPlan plan_query(const QueryNode& tree, PlanOptions options, FormFinder& forms, Corrector& corrector);

}  // namespace hemero
