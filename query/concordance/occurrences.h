#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/occurrences.h"
#include "common/store/archive_reader.h"
#include "query/answer/searcher.h"
#include "query/match/occurrence_finder.h"
#include "query/match/text_words.h"

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

/// Those of the text that a list's occurrence from this number on stands in.
std::span<const Occurrence> of_one_text(const std::vector<Occurrence>& list, std::size_t from);

/// The words of the text that these stand in, as far as the last one and so many behind it.
std::vector<TextWord> words_around(std::span<const Occurrence> of_text, std::size_t behind, const OccurrenceSet& set,
                                   const ArchiveReader& archive);

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
