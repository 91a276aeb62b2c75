#include "common/base/running_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "common/base/error.h"

namespace hemero {

namespace {

void limit(pid_t process, __rlimit_resource what, std::uint64_t most) {
  const rlimit both{most, most};
  if (most > 0) prlimit(process, what, &both, nullptr);
}

}  // namespace

pid_t start_program(std::vector<std::string> command, const std::vector<ProgramStream>& streams) {
  const std::string name = command.front();
  std::vector<char*> arguments;
  for (std::string& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const ProgramStream& each : streams) posix_spawn_file_actions_adddup2(&files, each.descriptor, each.stream);
  pid_t process = 0;
  const int failure = posix_spawnp(&process, name.c_str(), &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failure != 0) throw system_error(failure, "cannot run {}", name);
  return process;
}

int wait_for_program(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

RunningProgram::RunningProgram(std::vector<std::string> command, std::vector<ProgramStream> streams,
                               const ProgramLimits& limits)
    : name_(command.front()) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw system_error(errno, "cannot run {}", name_);
  output_ = ends[0];
  try {
    streams.push_back({ends[1], STDOUT_FILENO});
    process_ = start_program(std::move(command), streams);
    limit(process_, RLIMIT_AS, limits.memory);
    limit(process_, RLIMIT_CPU, limits.time);
  } catch (const Error&) {
    close(ends[0]);
    close(ends[1]);
    throw;
  }
  close(ends[1]);
}

RunningProgram::~RunningProgram() { finish(); }

std::size_t RunningProgram::read(std::span<char> room) {
  while (true) {
    const ssize_t count = ::read(output_, room.data(), room.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw system_error(errno, "cannot read {}", name_);
  }
}

int RunningProgram::finish() {
  if (process_ == 0) return status_;
  close(output_);
  status_ = wait_for_program(process_);
  process_ = 0;
  return status_;
}

}  // namespace hemero
