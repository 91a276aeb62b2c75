#include "query/statistics/keyness.h"

#include <cmath>

namespace hemero {

bool is_key(const TwoSets& counts) { return counts.first * counts.second_words > counts.second * counts.first_words; }

double keyness(const TwoSets& counts) {
  const double both = counts.first + counts.second;
  const double all_words = counts.first_words + counts.second_words;
  const auto term = [&](double observed, double words) {
    return observed > 0 ? observed * std::log(observed / (words * both / all_words)) : 0;
  };
  return 2 * (term(counts.first, counts.first_words) + term(counts.second, counts.second_words));
}

double log_ratio(const TwoSets& counts) {
  const auto share = [](double occurrences, double words) { return (occurrences > 0 ? occurrences : 0.5) / words; };
  return std::log2(share(counts.first, counts.first_words) / share(counts.second, counts.second_words));
}

}  // namespace hemero
