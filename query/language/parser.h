#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/query_tree.h"

namespace hemero {

/// A query as understood.
struct ParsedQuery {
  QueryNode tree;                    ///< a `words` node without children when nothing was asked
  std::vector<std::string> notices;  ///< in the reader's language: what was changed, dropped or cut
};

/// Reads the query language (docs/query-language.md). Never fails and never throws on any text: broken input degrades
/// to words, each change told by a notice; an exclusion never becomes its opposite. Brackets nest 16 deep at most.
ParsedQuery parse_query(std::string_view text);

}  // namespace hemero
