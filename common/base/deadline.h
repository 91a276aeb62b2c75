#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>

namespace hemero {

/// When work that may take long is to end, whatever it has found by then, and whether it had to. Those who work ask it
/// now and then: a look costs some 25 ns. Safe from any thread, but for at_most().
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  /// Never over.
  Deadline() = default;

  /// Over when so much time has passed from now on; never for none.
  explicit Deadline(Clock::duration time) {
    if (time.count() > 0) at_most(time);
  }

  static const Deadline& never() {
    static const Deadline deadline;
    return deadline;
  }

  /// True from then on. Who is told so leaves undone what is left.
  bool over() const {
    if (was_over()) return true;
    if (Clock::now() < end_) return false;
    told_.store(true, std::memory_order_relaxed);
    return true;
  }

  /// True when somebody was told that the time is over: something was left undone.
  bool was_over() const { return told_.load(std::memory_order_relaxed); }

  /// From now on no more than so much time is left.
  void at_most(Clock::duration time) { end_ = std::min(end_, Clock::now() + time); }

  /// The end; the end of all time where there is none.
  Clock::time_point end() const { return end_; }

 private:
  Clock::time_point end_ = Clock::time_point::max();
  mutable std::atomic<bool> told_{false};
};

}  // namespace hemero
