#include "query/match/reranker.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "common/model/ranking.h"
#include "common/store/index/rarity.h"
#include "common/store/index/saturation.h"

namespace hemero {

namespace {

double weighted_count(const std::vector<Span>& spans) {
  return std::accumulate(spans.begin(), spans.end(), 0.0,
                         [](double sum, const Span& span) { return sum + info(span.zone).weight; });
}

/// Where one of the second spans follows one of the first in its paragraph.
struct Neighbours {
  double count = 0;    ///< weighted by field and nearness
  double nearest = 0;  ///< 1 for side by side, less for each word in between, 0 for no such place
};

Neighbours count_neighbours(const std::vector<Span>& first, const std::vector<Span>& second) {
  constexpr std::uint32_t widest_gap = 2;
  Neighbours found;
  auto next = second.begin();
  for (const Span& span : first) {
    while (next != second.end() && next->begin < span.end) ++next;
    if (next == second.end()) break;
    const std::uint32_t gap = next->begin - span.end;
    if (next->paragraph != span.paragraph || gap > widest_gap) continue;
    const double nearness = std::pow(ranking::a_word_apart, gap);
    found.count += info(span.zone).weight * nearness;
    found.nearest = std::max(found.nearest, nearness);
  }
  return found;
}

double weight_of(const PlannedWord& word) { return word.soft ? ranking::soft_word : 1; }

}  // namespace

Reranker::Reranker(const QueryPlan& plan, const IndexReader& index, Verifier& verifier, bool name)
    : verifier_(verifier), index_(index), name_(name), mean_length_(std::max(1.0, index.mean_length())) {
  const auto all = static_cast<double>(index.versions());
  for (const PlannedWord& planned : plan.words) {
    if (planned.excluded || planned.weak) continue;
    const double found = std::max(1.0, index.frequency(planned.candidates));
    Word word;
    word.planned = &planned;
    word.rarity = rarity(found, all) * weight_of(planned);
    word.exact_rarity = rarity(std::max(1.0, found * planned.typed_share), all) * weight_of(planned);
    words_.push_back(word);
  }
}

ScoreParts Reranker::score(VersionId version, double terms) {
  version_ = version;
  relative_length_ = verifier_.length(version) / mean_length_;
  ScoreParts parts;
  parts.terms = terms;
  double wanted = 0;
  double covered = 0;
  std::vector<Span> before;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word& word = words_[i];
    std::vector<Span> spans = verifier_.find(word.planned->pattern, version);
    wanted += word.rarity;
    const bool met = word.planned->published && word.planned->is_met_by(index_.date(version));
    if (met) parts.dated += ranking::published;
    if (met && spans.empty()) covered += word.rarity;
    if (!spans.empty()) {
      covered += word.rarity;
      parts.exact += exact_score(word, spans);
      parts.early += ranking::early * word.rarity / (1 + spans.front().begin / ranking::half_early);
    }
    if (i > 0) parts.order += order_score(words_[i - 1], before, word, spans);
    before = std::move(spans);
  }
  if (wanted > 0) parts.coverage = ranking::coverage * terms * covered / wanted;
  return parts;
}

/// For two words of the query in their order, side by side or nearly.
double Reranker::order_score(const Word& left, const std::vector<Span>& before, const Word& right,
                             const std::vector<Span>& behind) const {
  const double rarities = left.rarity + right.rarity;
  const Neighbours found = count_neighbours(before, behind);
  const double name = name_ ? ranking::side_by_side * found.nearest : 0;
  return rarities * (ranking::neighbours * saturated(found.count, relative_length_) + name);
}

double Reranker::exact_score(const Word& word, const std::vector<Span>& spans) {
  const auto& as_typed = word.planned->as_typed;
  const double count = weighted_count(as_typed ? verifier_.find(*as_typed, version_) : spans);
  return ranking::as_typed * word.exact_rarity * saturated(count, relative_length_);
}

}  // namespace hemero
