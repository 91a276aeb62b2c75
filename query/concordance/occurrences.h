#pragma once

#include <cstdint>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/occurrences.h"
#include "common/store/archive_reader.h"
#include "query/answer/searcher.h"
#include "query/match/verifier.h"

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

/// Finds where a plan's words stand in texts, by their token streams: what a reader sees highlighted in them. Weak and
/// excluded words are left out, words of grammar too where the query has others, and, unless nothing else stands in a
/// text, the parts of a name in another name (query/passages/marks.h). Of places that lie in one another the widest
/// counts.
class OccurrenceFinder {
 public:
  /// All must outlive it.
  OccurrenceFinder(const QueryPlan& plan, ArchiveReader& archive, const Deadline& deadline);

  /// The places in a text, by position.
  std::vector<Span> find(VersionId version);

 private:
  bool is_shown(const PlannedWord& word) const;
  void drop_torn(std::vector<Span>& in_name, const std::vector<Span>& others, VersionId version);
  bool is_link(std::uint32_t surface);

  const QueryPlan& plan_;
  ArchiveReader& archive_;
  Verifier verifier_;
  bool is_telling_ = false;  ///< some word is more than one of grammar
};

/// What matches a request, and where. `deadline` is that of the request, for what follows the search.
OccurrenceSet find_occurrences(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher,
                               const Deadline& deadline);

/// The same without places: what matches, and its texts.
OccurrenceSet find_texts(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher);

/// Notes in the totals that the time was over, if it was.
void note_time(OccurrenceTotals& totals, const SearchRequest& request, const Deadline& deadline);

}  // namespace hemero
