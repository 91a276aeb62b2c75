#pragma once

#include <string>
#include <vector>

#include "query/plan/reached_forms.h"

namespace hemero {

/// A query as it is understood, and what its words reach.
struct Explanation {
  std::string query;                 ///< as typed
  std::vector<std::string> notices;  ///< of the query as such; those about its words are the plan's
  std::string tree;
  std::vector<std::string> told;  ///< notices about its words
  std::vector<ReachedWord> words;
};

}  // namespace hemero
