#pragma once

#include <string>
#include <vector>

#include "common/model/query_tree.h"

namespace hemero {

/// A query that asks for a little less than another one.
struct RelaxedQuery {
  std::string change;  ///< what was changed, in the reader's language
  QueryNode tree;
};

/// For a query that found nothing: the queries that change one thing of it, a word left out, a phrase or a PRÈS as mere
/// words, an exact form with its inflections, a field as anywhere, an exclusion taken back. In the order of the query,
/// at most 12.
std::vector<RelaxedQuery> relaxed_queries(const QueryNode& tree);

}  // namespace hemero
