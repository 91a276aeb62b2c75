#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace hemero {

/// What the amounts of a progress report count.
enum class ProgressUnit { bytes, articles };

/// One look at the work, as a line of text. `total` 0 means unknown: then there is no bar and no remaining time.
struct ProgressState {
  std::string label;
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  std::uint64_t articles = 0;
  std::chrono::duration<double> elapsed{};
  ProgressUnit unit = ProgressUnit::bytes;
};

/// "label [====>    ]  45 %  12,345 articles  1,800/s  85.2 MB  0:42 left" in the reader's language and in at most
/// `columns` columns (each character counted as one); the bar takes the room that is left, and goes when there is none.
std::string progress_line(const ProgressState& state, std::size_t columns);

/// How far a long piece of work has come, on standard error: a bar with rate and remaining time on a terminal, redrawn
/// at most ten times a second; elsewhere one line every 30 seconds. Says nothing about work that ends sooner.
/// Never coloured, so NO_COLOR needs no care. Not thread-safe: one thread reports.
class Progress {
 public:
  /// `label` names the work, in the reader's language. `total` is what `done` will reach, 0 when unknown.
  Progress(std::string label, std::uint64_t total, ProgressUnit unit = ProgressUnit::bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` in the unit given above; `articles` is what the rate counts. Both only grow.
  void report(std::uint64_t done, std::uint64_t articles);

  /// Wipes the bar so that a message can be printed; the next report draws it again.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  ProgressState state_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point start_;
  Clock::time_point last_;
};

}  // namespace hemero
