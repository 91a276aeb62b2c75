#include "common/base/child_work.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::string_view error_mark = "\x01";  ///< begins the line that hands over an Error

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe(ends.data()) != 0) throw system_error(errno, "cannot start {}", message("another process"));
    read = ends[0];
    write = ends[1];
  }
  ~Pipe() {
    if (read >= 0) ::close(read);
    if (write >= 0) ::close(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close_write() {
    ::close(write);
    write = -1;
  }

  int read = -1;
  int write = -1;
};

/// What cannot be handed over is lost: the process that would read it is gone.
void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void send(int file, std::string_view line) { write_all(file, std::string(line) + "\n"); }

void send_error(int file, const Error& error) {
  send(file, std::string(error_mark) + std::to_string(error.exit_status()));
  send(file, error.message());
  send(file, error.hint());
}

/// Does the work and ends the process, at once when the one that asked for it ends.
[[noreturn]] void work_in_child(const std::function<void(const SendLine&)>& work, int file) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  try {
    work([file](std::string_view line) { send(file, line); });
  } catch (const Error& error) {
    send_error(file, error);
  } catch (const std::bad_alloc&) {
    send_error(file, system_error(ENOMEM, "cannot read {}", message("the archive")));
  } catch (const std::exception& error) {
    send_error(file, Error(ErrorCode::bug, error.what()));
  }
  std::exit(EXIT_SUCCESS);
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 4096> room{};
  for (;;) {
    const ssize_t got = ::read(file, room.data(), room.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(room.data(), static_cast<std::size_t>(got));
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Throws the Error that the last lines hand over, if they do.
void throw_sent_error(const std::vector<std::string>& lines) {
  constexpr std::size_t error_lines = 3;
  if (lines.size() < error_lines) return;
  const std::string& first = lines[lines.size() - error_lines];
  if (!first.starts_with(error_mark)) return;
  throw Error(static_cast<ErrorCode>(std::atoi(first.c_str() + error_mark.size())), lines[lines.size() - 2],
              lines[lines.size() - 1]);
}

}  // namespace

ChildWork in_child(const std::function<void(const SendLine& send)>& work) {
  Pipe pipe;
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw system_error(errno, "cannot start {}", message("another process"));
  if (child == 0) {
    ::close(pipe.read);
    work_in_child(work, pipe.write);
  }
  pipe.close_write();
  ChildWork done;
  done.lines = lines_of(read_all(pipe.read));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  done.died = !WIFEXITED(status) || WEXITSTATUS(status) != EXIT_SUCCESS;
  throw_sent_error(done.lines);
  return done;
}

}  // namespace hemero
