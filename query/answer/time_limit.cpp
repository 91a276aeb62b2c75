#include "query/answer/time_limit.h"

#include <algorithm>
#include <chrono>

#include "common/base/message.h"

namespace hemero {

Deadline::Clock::duration time_of(std::optional<double> seconds) {
  return std::chrono::ceil<Deadline::Clock::duration>(std::chrono::duration<double>(seconds.value_or(0)));
}

Deadline::Clock::duration time_to_open(std::optional<double> seconds) {
  const auto time = time_of(seconds);
  return time.count() == 0 ? time : std::max(time, Deadline::Clock::duration(std::chrono::seconds(1)));
}

Deadline::Clock::duration time_to_show(const Deadline& deadline, std::optional<double> seconds) {
  if (deadline.end() == Deadline::Clock::time_point::max()) return {};
  constexpr std::chrono::milliseconds least{50};
  return std::max({deadline.end() - Deadline::Clock::now(), time_of(seconds) / 10, Deadline::Clock::duration(least)});
}

std::optional<double> time_left(std::optional<double> seconds, Deadline::Clock::time_point since) {
  constexpr double least = 0.001;
  if (seconds.value_or(0) == 0) return seconds;
  const std::chrono::duration<double> gone = Deadline::Clock::now() - since;
  return std::max(least, *seconds - gone.count());
}

std::string time_notice(std::optional<double> seconds) {
  return message("not everything was looked at: the time of {} s was over; --deadline 0 takes as long as it needs",
                 number_text(seconds.value_or(0), seconds.value_or(0) < 1 ? 2 : 0));
}

}  // namespace hemero
