#pragma once

#include <cstddef>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/plan/plan.h"

namespace hemero {

/// Finds the articles that match a plan: candidates by the index, what terms cannot tell on their token streams.
class Matcher {
 public:
  /// How far a list of matches goes, and how far their total is exact.
  struct Extent {
    std::size_t hits = 0;
    std::size_t count_up_to = 0;
    SortOrder order = SortOrder::relevance;
  };

  /// All must outlive it.
  Matcher(const SearchRequest& request, ArchiveReader& archive, const Deadline& deadline = Deadline::never())
      : request_(request), archive_(archive), deadline_(deadline) {}

  /// The first matches of a plan. Where checks are many, the best candidates are found first and checked then: what is
  /// shown is as exact as ever, only the total becomes a lower bound. When the time is over: what was found by then.
  IndexPage matches(const QueryPlan& plan, const Extent& extent);

  /// Makes the totals of a page exact, as far as the request gives time.
  void count(const QueryPlan& plan, IndexPage& page);

 private:
  IndexPage find(const QueryPlan& plan, const Extent& extent);
  IndexPage checked_behind(const QueryPlan& plan, const std::vector<bool>& required, const Extent& extent);
  IndexPage checked_within(const QueryPlan& plan, const Extent& extent);
  IndexPage all_or(IndexPage best, const QueryPlan& plan, const Extent& extent);
  IndexPage candidates(const QueryPlan& plan, const std::vector<bool>& open, const Extent& extent);
  IndexPage meeting_checks(const QueryPlan& plan, const std::vector<bool>& required,
                           const std::vector<IndexHit>& candidates, bool all, const Extent& extent);
  IndexPage best_verified(const QueryPlan& plan, const std::vector<IndexHit>& candidates, const Extent& extent);
  IndexPage verified(const QueryPlan& plan, std::vector<VersionId> among, const Extent& extent);
  bool are_enough(const IndexPage& page) const;

  const SearchRequest& request_;
  ArchiveReader& archive_;
  const Deadline& deadline_;
};

}  // namespace hemero
