#pragma once

#include <cstddef>
#include <vector>

#include "common/model/page.h"
#include "query/plan/plan.h"

namespace hemero {

/// Every place of a query in an article, of all kinds that snippets highlight.
struct ArticleMarks {
  std::vector<Range> title;               ///< in the title
  std::vector<std::vector<Range>> zones;  ///< of each zone, within its text; none in debris

  std::size_t count() const;
};

ArticleMarks marks_of(const Article& article, const QueryPlan& plan);

}  // namespace hemero
