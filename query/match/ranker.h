#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/model/page.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/match/matcher.h"
#include "query/match/reranker.h"
#include "query/match/restriction.h"

namespace hemero {

/// An article of an answer, before it is shown.
struct RankedVersion {
  VersionId version{};
  ScoreParts parts;
  bool partial = false;  ///< holds some of the words, not all
};

/// What a request finds.
struct Ranking {
  QueryPlan plan;                   ///< of what matches in full
  std::optional<QueryPlan> loose;   ///< of partial hits, where they were looked for
  IndexPage found;                  ///< the totals of what matches in full
  std::vector<RankedVersion> hits;  ///< best first, up to the end of the page that is asked for
};

/// Finds and orders the articles of one request. Under `automatic`, articles that hold all of the words stand first
/// where they are many; where they are few, they and those with some of the words make one ranking, so that a word too
/// much, or one that is misprinted, hides nothing.
class Ranker {
 public:
  /// All must outlive it. When the time is over, what was found by then is all that is ranked.
  Ranker(const SearchRequest& request, const std::vector<Restriction>& restrictions, const QueryNode& tree,
         ArchiveReader& archive, FormFinder& forms, Corrector& corrector, const Deadline& deadline)
      : request_(request),
        restrictions_(restrictions),
        tree_(tree),
        archive_(archive),
        forms_(forms),
        corrector_(corrector),
        deadline_(deadline),
        matcher_(request, archive, deadline) {}

  QueryPlan plan(MatchMode mode);

  Ranking rank();

  /// The totals alone, of what matches in full.
  IndexPage totals();

 private:
  bool may_be_name(const QueryPlan& plan) const;
  bool is_name(const Ranking& ranking) const;
  std::size_t depth() const;
  void rerank(Reranker& reranker, std::vector<RankedVersion>& ranked, std::size_t best);
  void age(std::vector<RankedVersion>& ranked);
  void order_full(Ranking& ranking);
  bool may_be_partial(const Ranking& ranking) const;
  void mix_partial(Ranking& ranking);
  void append_partial(Ranking& ranking);
  std::vector<RankedVersion> some_words(Ranking& ranking);
  void add_partial(Ranking& ranking, const std::vector<RankedVersion>& loose) const;
  VersionId text_of(VersionId version) const;

  const SearchRequest& request_;
  const std::vector<Restriction>& restrictions_;
  const QueryNode& tree_;
  ArchiveReader& archive_;
  FormFinder& forms_;
  Corrector& corrector_;
  const Deadline& deadline_;
  Matcher matcher_;
};

}  // namespace hemero
