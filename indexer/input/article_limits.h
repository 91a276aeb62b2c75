#pragma once

#include <cstdint>

namespace hemero {

/// How much an article may say. What says more is refused: no newspaper prints it, and one would cost what ten thousand
/// others do.
struct ArticleLimits {
  std::uint64_t field = std::uint64_t{1} << 20;  ///< bytes of its key, and of each field but the text
  std::uint64_t words = 5'000'000;
  std::uint64_t distinct_words = 250'000;
};

}  // namespace hemero
