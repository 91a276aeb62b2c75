#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/model/timeline.h"
#include "query/answer/searcher.h"

namespace hemero {

struct TimelineQuestion {
  std::vector<std::string> queries;
  std::optional<TimeStep> step;
  bool occurrences = false;  ///< count words too, which reads every text
};

/// Some queries over time, each against all texts that the request leaves whatever their words. A text counts in a
/// period when one of its printings that the request leaves is dated there. Without a step the finest one is taken that
/// cuts the time of what matches into 62 periods at most, that of all texts into 400, and to which most dates of what
/// matches are known. `archive` has its columns. Where the time is over before all words are counted none are told.
/// Throws Error (usage) for more than 20,000 periods.
TimelineAnswer timeline(const TimelineQuestion& question, const SearchRequest& request, ArchiveReader& archive,
                        Searcher& searcher);

}  // namespace hemero
