#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string_view>

#include <fmt/format.h>

namespace hemero {

/// Does some work several times, and prints how many megabytes (10^6 bytes) it takes in by second of this process's
/// time in the best round, whatever else the machine does, with the number of units that it returned last.
template <typename Work>
void print_best_of(int rounds, std::string_view name, std::uint64_t bytes, std::string_view unit, Work work) {
  double best = 0;
  std::size_t count = 0;
  for (int round = 0; round < rounds; ++round) {
    const std::clock_t start = std::clock();
    count = work();
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(bytes) / 1e6 / seconds);
  }
  fmt::print("{:<10} {:>8.1f} MB/s {:>12} {}\n", name, best, count, unit);
  std::fflush(stdout);
}

}  // namespace hemero
