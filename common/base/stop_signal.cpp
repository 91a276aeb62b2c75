#include "common/base/stop_signal.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>

namespace hemero {

namespace {

constexpr std::array watched{SIGINT, SIGTERM};

std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

std::string said;  // by the first signal
std::atomic<bool> has_something_to_say{false};

// A shell starts background jobs with SIGINT ignored: that wish is respected.
void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);  // the two signals never interrupt each other's handler
  for (const int number : watched) {
    struct sigaction inherited {};
    sigaction(number, nullptr, &inherited);
    if (inherited.sa_handler != SIG_IGN) sigaction(number, &action, nullptr);
  }
}

// Gives both signals back to the system, so that the next one, whichever it is, ends the process.
extern "C" void ask_for_stop(int) {
  stop.store(true);
  if (has_something_to_say.exchange(false)) [[maybe_unused]]
    const ssize_t written = ::write(STDERR_FILENO, said.data(), said.size());
  handle(SIG_DFL);
}

}  // namespace

CleanStop::CleanStop() { handle(ask_for_stop); }

CleanStop::~CleanStop() { handle(SIG_DFL); }

void say_at_stop(const std::string& line) {
  has_something_to_say.store(false);
  said = (::isatty(STDERR_FILENO) == 1 ? "\r\x1b[K" : "") + line + "\n";
  has_something_to_say.store(true);
}

bool wait_for_input(int file) {
  sigset_t stops;
  sigset_t before;
  sigemptyset(&stops);
  for (const int number : watched) sigaddset(&stops, number);
  pthread_sigmask(SIG_BLOCK, &stops, &before);
  pollfd input{file, POLLIN, 0};
  const bool ready = !stop_requested() && ::ppoll(&input, 1, nullptr, &before) == 1;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return ready;
}

bool stop_requested() { return stop.load(std::memory_order_relaxed); }

void throw_if_stopped() {
  if (stop_requested()) throw Stopped();
}

}  // namespace hemero
