#include "common/base/lost_memory.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <new>
#include <stdexcept>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct End {
  int status;  ///< as waitpid() has it
  std::string said;
};

/// What becomes of a process that does this.
End end_of(const std::function<void()>& work) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    ::signal(SIGABRT, SIG_DFL);
    tell_lost_memory("program");
    work();
    ::_exit(0);
  }
  ::close(ends[1]);
  End end{};
  std::array<char, 1024> piece{};
  for (ssize_t size = 0; (size = ::read(ends[0], piece.data(), piece.size())) > 0;)
    end.said.append(piece.data(), static_cast<std::size_t>(size));
  ::close(ends[0]);
  REQUIRE(::waitpid(child, &end.status, 0) == child);
  return end;
}

void without_throwing(const std::function<void()>& work) noexcept { work(); }

/// Memory lacks, as `new` finds.
void lack() {
  try {
    std::get_new_handler()();
  } catch (const std::bad_alloc&) {
    return;
  }
  FAIL("nothing was thrown");
}

TEST_CASE("memory that lacks where nothing may be thrown is told, and the process ends with its status") {
  const std::function<void()> works[] = {
      [] { without_throwing([] { throw std::bad_alloc(); }); },
      [] {
        lack();
        std::terminate();  // as from a function of a library, which does not say why
      },
  };
  for (const auto& work : works) {
    const End end = end_of(work);
    REQUIRE(WIFEXITED(end.status));
    CHECK(WEXITSTATUS(end.status) == 74);
    CHECK(end.said == "program: not enough memory\n");
  }
}

TEST_CASE("what else ends where nothing may be thrown is a bug, and aborts") {
  const std::function<void()> works[] = {
      [] { without_throwing([] { throw std::runtime_error("a bug"); }); },
      [] { std::terminate(); },
      [] {
        lack();
        without_throwing([] { throw std::runtime_error("a bug"); });
      },
  };
  for (const auto& work : works) {
    const End end = end_of(work);
    REQUIRE(WIFSIGNALED(end.status));
    CHECK(WTERMSIG(end.status) == SIGABRT);
    CHECK_THAT(end.said, contains_text("terminate called"));
  }
}

}  // namespace
}  // namespace hemero
