#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "query/plan/plan.h"

namespace hemero {

/// Every article that matches in full, in no order of merit.
struct MatchSet {
  std::string query;         ///< as typed
  std::string restrictions;  ///< what was asked for beside the words: --from 2019; empty for nothing
  std::vector<std::string> notices;
  std::vector<VersionId> versions;  ///< ascending
  std::uint64_t texts = 0;          ///< of these, those that are no copies of one another
  bool complete = true;             ///< else the time was over, as the last notice tells: there may be others
  std::string tree = {};            ///< the query as it was understood, as a page tells it
  QueryPlan plan = {};              ///< by which they match; without words where an address was looked up
};

}  // namespace hemero
