#pragma once

#include <cstdint>

namespace hemero {

/// Between what a share lies, from 0 to 1.
struct ShareInterval {
  double low = 0;
  double high = 0;
};

/// Where the share from which `hits` of `trials` come lies with 95 % confidence: the score interval,
///     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n),  p = hits/trials, n = trials, z = 1.959964,
/// of E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927), 209–212.
/// Requires hits <= trials; of no trials nothing is known: from 0 to 1.
ShareInterval wilson_interval(std::uint64_t hits, std::uint64_t trials);

}  // namespace hemero
