#include "query/statistics/association.h"

#include <cmath>

namespace hemero {

namespace {

/// A cell of the table; x ln x is 0 where x is.
double cell(double observed, double expected) { return observed > 0 ? observed * std::log(observed / expected) : 0; }

}  // namespace

double expected(const Cooccurrence& counts) { return counts.all > 0 ? counts.word * counts.window / counts.all : 0; }

double log_likelihood(const Cooccurrence& counts) {
  const auto& [both, word, window, all] = counts;
  const double others = all - word;
  const double outside = all - window;
  if (all <= 0) return 0;
  const double sum = cell(both, word * window / all) + cell(word - both, word * outside / all) +
                     cell(window - both, others * window / all) + cell(others - window + both, others * outside / all);
  return both < expected(counts) ? -2 * sum : 2 * sum;
}

double log_dice(double both, double node, double word) { return 14 + std::log2(2 * both / (node + word)); }

}  // namespace hemero
