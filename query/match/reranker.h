#pragma once

#include <cstdint>
#include <vector>

#include "common/model/page.h"
#include "common/store/index/index_reader.h"
#include "query/match/verifier.h"
#include "query/plan/plan.h"

namespace hemero {

/// Looks again at the best candidates of the index, on their token streams: what the terms cannot tell is which form of
/// a word stands there, in which order the words follow each other, and where. The weights are those of ranking.h.
class Reranker {
 public:
  /// All must outlive it. With `name`, the words are taken for a name as soon as two of them stand side by side.
  Reranker(const QueryPlan& plan, const IndexReader& index, Verifier& verifier, bool name = false);

  /// The parts of an article's score, of which the index has found `terms`.
  ScoreParts score(VersionId version, double terms);

 private:
  /// A word or phrase that is wanted, with its inverse document frequency; less of it for words of grammar.
  struct Word {
    const PlannedWord* planned = nullptr;
    double rarity = 0;        ///< of any of its forms
    double exact_rarity = 0;  ///< of the form that was typed
  };

  double order_score(const Word& left, const std::vector<Span>& before, const Word& right,
                     const std::vector<Span>& behind) const;
  double exact_score(const Word& word, const std::vector<Span>& spans);

  std::vector<Word> words_;
  Verifier& verifier_;
  const IndexReader& index_;
  bool name_;
  double mean_length_;
  VersionId version_{};         ///< the article being looked at
  double relative_length_ = 1;  ///< and its length, as a share of the mean
};

}  // namespace hemero
