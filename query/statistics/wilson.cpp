#include "query/statistics/wilson.h"

#include <algorithm>
#include <cmath>

namespace hemero {

ShareInterval wilson_interval(std::uint64_t hits, std::uint64_t trials) {
  constexpr double z = 1.959963984540054;  // the 97.5 % point of the normal distribution
  if (trials == 0) return {0, 1};
  const auto n = static_cast<double>(trials);
  const double share = static_cast<double>(hits) / n;
  const double middle = share + z * z / (2 * n);
  const double spread = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  const double whole = 1 + z * z / n;
  return {std::max(0.0, (middle - spread) / whole), std::min(1.0, (middle + spread) / whole)};
}

}  // namespace hemero
