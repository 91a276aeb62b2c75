#pragma once

#include <cstdint>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/occurrences.h"
#include "common/store/archive_reader.h"
#include "query/answer/searcher.h"
#include "query/match/occurrence_finder.h"

namespace hemero {

/// A place in one of some texts.
struct Occurrence {
  std::uint32_t text = 0;  ///< which of them
  Span span;
};

/// Everywhere the words and phrases of a query stand in the articles that match it.
struct OccurrenceSet {
  OccurrenceTotals totals;
  std::vector<VersionId> texts;  ///< ascending: what matches, of copies one where the request collapses them
  std::vector<Occurrence> list;  ///< by text, then by position
};

/// What matches a request, and where. `deadline` is that of the request, for what follows the search.
OccurrenceSet find_occurrences(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher,
                               const Deadline& deadline);

/// What matches a request, by what the index found for it, and its texts: no places.
OccurrenceSet texts_of(MatchSet set, const SearchRequest& request, const ArchiveReader& archive);

/// The same of a request that is still to be searched for.
OccurrenceSet find_texts(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher);

/// Notes in the totals that the time was over, if it was.
void note_time(OccurrenceTotals& totals, const SearchRequest& request, const Deadline& deadline);

}  // namespace hemero
