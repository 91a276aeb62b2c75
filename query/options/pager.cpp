#include "query/options/pager.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

#include "common/base/error.h"
#include "common/base/running_program.h"

namespace hemero {

namespace {

constexpr int status_not_found = 127;  // of a shell

/// A signal that is ignored while this lives: Ctrl-C is the pager's, and that it was left early is no failure.
class IgnoredSignal {
 public:
  explicit IgnoredSignal(int number) : number_(number), before_(std::signal(number, SIG_IGN)) {}
  ~IgnoredSignal() { std::signal(number_, before_); }
  IgnoredSignal(const IgnoredSignal&) = delete;
  IgnoredSignal& operator=(const IgnoredSignal&) = delete;

 private:
  int number_;
  void (*before_)(int);
};

/// Writes up to where the pager stops to read.
void feed(int pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(pipe, text.data(), text.size());
    if (count < 0 && errno != EINTR) return;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::vector<std::string> program_of(const std::string& command) {
  const bool plain = command.find_first_of(" \t\n|&;<>()$`\\\"'*?[#~=%") == std::string::npos;
  return plain ? std::vector<std::string>{command} : std::vector<std::string>{"sh", "-c", command};
}

}  // namespace

std::string pager_command() {
  for (const char* name : {"HEMERO_PAGER", "PAGER"})
    if (const char* command = std::getenv(name)) return std::string(command) == "cat" ? "" : command;
  return std::string(default_pager);
}

bool page(const std::string& command, std::string_view text) {
  ::setenv("LESS", "FRX", 0);
  std::fflush(stdout);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  pid_t pager = 0;
  try {
    pager = start_program(program_of(command), {{ends[0], STDIN_FILENO}});
  } catch (const Error&) {
    ::close(ends[0]);
    ::close(ends[1]);
    return false;
  }
  const IgnoredSignal pipe(SIGPIPE);
  const IgnoredSignal interrupt(SIGINT);
  ::close(ends[0]);
  feed(ends[1], text);
  ::close(ends[1]);
  return wait_for_program(pager) != status_not_found;
}

}  // namespace hemero
