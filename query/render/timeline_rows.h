#pragma once

#include <string>
#include <vector>

#include "common/model/timeline.h"
#include "query/render/timeline.h"

namespace hemero {

/// A timeline as a table, in words. The first two columns are the period and what there is of it whatever its words;
/// behind them stands all that is told of a query that is alone, or one column for each of several.
struct TimelineRows {
  struct Row {
    PeriodRange periods;             ///< one, or a stretch of gaps
    std::vector<std::string> cells;  ///< a gap has none behind the second but dashes
  };

  std::vector<std::string> heads;
  std::vector<Row> rows;
};

/// One row for each period, and for each stretch of gaps. The answer has periods.
TimelineRows timeline_rows(const TimelineAnswer& answer, TimelineUnit unit);

}  // namespace hemero
