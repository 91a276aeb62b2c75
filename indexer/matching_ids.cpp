#include "indexer/matching_ids.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <span>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "indexer/article_ids.h"

namespace hemero {

namespace {

std::string searching_program() {
  std::error_code ignored;  // without /proc the PATH is left
  const auto beside = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "hemero-query";
  return access(beside.c_str(), X_OK) == 0 ? beside.string() : "hemero-query";
}

/// A program that runs, and what it prints.
class RunningProgram final : public ByteInput {
 public:
  explicit RunningProgram(std::vector<std::string> command) : name_(command.front()) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw system_error(errno, "cannot run {}", name_);
    output_ = ends[0];
    std::vector<char*> arguments;
    for (std::string& argument : command) arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    const int failure = posix_spawnp(&process_, name_.c_str(), &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    close(ends[1]);
    if (failure == 0) return;
    close(output_);
    throw system_error(failure, "cannot run {}", name_);
  }
  ~RunningProgram() override { finish(); }

  std::size_t read(std::span<char> room) override {
    while (true) {
      const ssize_t count = ::read(output_, room.data(), room.size());
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) throw system_error(errno, "cannot read {}", name_);
    }
  }

  /// Waits for its end; the exit status, -1 when it was killed.
  int finish() {
    if (process_ == 0) return status_;
    close(output_);
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
    process_ = 0;
    return status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  std::string name_;
  pid_t process_ = 0;
  int output_ = -1;
  int status_ = -1;
};

}  // namespace

std::vector<ArticleId> matching_ids(const ArchiveFolder& archive, const std::string& query) {
  constexpr int hits = 0;
  constexpr int no_hit = 1;
  constexpr auto first_error = static_cast<int>(ErrorCode::usage);
  const char* lang = language() == Language::french ? "fr" : "en";
  RunningProgram program(
      {searching_program(), "--archive", archive.path.string(), "--lang", lang, "search", "--ids", "--", query});
  std::vector<ArticleId> ids = read_article_ids(program, "hemero-query");
  const int status = program.finish();
  if (status != hits && status != no_hit)
    throw Error(status >= first_error ? static_cast<ErrorCode>(status) : ErrorCode::io,
                message("“{}” could not be searched: nothing was done", query),
                message("try it: hemero-query search -- {}", query));
  return ids;
}

}  // namespace hemero
