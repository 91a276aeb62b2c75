#include "query/statistics/dispersion.h"

#include <algorithm>
#include <cmath>

namespace hemero {

std::optional<Dispersion> dispersion(const std::vector<PartUse>& parts) {
  PartUse all;
  std::size_t counted = 0;
  for (const PartUse& part : parts) {
    if (part.words <= 0) continue;
    all.occurrences += part.occurrences;
    all.words += part.words;
    ++counted;
  }
  if (all.occurrences <= 0) return std::nullopt;
  Dispersion result;
  double smallest = 1;
  for (const PartUse& part : parts) {
    if (part.words <= 0) continue;
    const double share = part.words / all.words;
    result.dp += std::abs(part.occurrences / all.occurrences - share) / 2;
    smallest = std::min(smallest, share);
  }
  if (counted > 1) result.normalised = result.dp / (1 - smallest);
  return result;
}

}  // namespace hemero
