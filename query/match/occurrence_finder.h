#pragma once

#include <cstdint>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/archive_reader.h"
#include "query/match/verifier.h"
#include "query/plan/plan.h"

namespace hemero {

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

}  // namespace hemero
