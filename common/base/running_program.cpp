#include "common/base/running_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "common/base/error.h"

namespace hemero {

RunningProgram::RunningProgram(std::vector<std::string> command) : name_(command.front()) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw system_error(errno, "cannot run {}", name_);
  std::vector<char*> arguments;
  for (std::string& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
  const int failure = posix_spawnp(&process_, name_.c_str(), &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  close(ends[1]);
  output_ = ends[0];
  if (failure == 0) return;
  close(output_);
  throw system_error(failure, "cannot run {}", name_);
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
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
  process_ = 0;
  return status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace hemero
