#include "query/partial_hits.h"

#include <algorithm>

#include "query/reranker.h"
#include "query/verifier.h"

namespace hemero {

namespace {

/// So many of the best articles that hold any of the words are looked at.
constexpr std::size_t candidates = 500;

constexpr std::size_t fewest_words = 3;

std::vector<const PlannedWord*> wanted_words(const QueryPlan& plan) {
  std::vector<const PlannedWord*> words;
  for (const PlannedWord& word : plan.words)
    if (!word.excluded && !word.weak) words.push_back(&word);
  return words;
}

}  // namespace

std::vector<PartialHit> partial_hits(const QueryPlan& plan, ArchiveReader& archive, bool collapse) {
  const std::vector<const PlannedWord*> words = wanted_words(plan);
  if (words.size() < fewest_words) return {};
  Verifier verifier(plan, archive.streams(), Verifier::Checks::strict);
  Reranker reranker(plan, archive.index(), verifier);
  IndexRequest request{plan.query, &verifier, {}, 0, candidates};
  request.collapse = collapse;
  std::vector<PartialHit> hits;
  for (const IndexHit& found : archive.index().search(request).hits) {
    const auto held = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const PlannedWord* word) {
      return !verifier.find(word->pattern, found.version).empty();
    }));
    if (held < words.size() && held * 2 > words.size())
      hits.push_back({found.version, held, reranker.score(found.version, found.score)});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const PartialHit& a, const PartialHit& b) {
    return a.words != b.words ? a.words > b.words : a.parts.total() > b.parts.total();
  });
  return hits;
}

}  // namespace hemero
