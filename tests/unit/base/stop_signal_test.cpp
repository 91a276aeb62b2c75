#include "common/base/stop_signal.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// Runs `work` in a child process, so that signals do not reach the tests, and gives its wait status.
int status_of_child(const std::function<int()>& work) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    _exit(work());
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

TEST_CASE("the first signal asks for a clean stop") {
  for (const int number : {SIGINT, SIGTERM}) {
    const int status = status_of_child([&] {
      const CleanStop watched;
      if (stop_requested()) return 1;
      raise(number);
      return stop_requested() ? 0 : 2;
    });
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
}

TEST_CASE("the second signal ends the process, whichever it is") {
  for (const int first : {SIGINT, SIGTERM})
    for (const int second : {SIGINT, SIGTERM}) {
      const int status = status_of_child([&] {
        const CleanStop watched;
        raise(first);
        raise(second);
        return 0;
      });
      REQUIRE(WIFSIGNALED(status));
      CHECK(WTERMSIG(status) == second);
    }
}

TEST_CASE("who waits for input is told of a signal that came before") {
  int ends[2] = {};
  REQUIRE(pipe(ends) == 0);
  const int status = status_of_child([&] {
    const CleanStop watched;
    if (write(ends[1], "x", 1) != 1 || !wait_for_input(ends[0])) return 1;
    raise(SIGINT);
    return wait_for_input(ends[0]) ? 2 : 0;
  });
  close(ends[0]);
  close(ends[1]);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("outside of a clean stop the first signal ends the process") {
  for (const bool before : {true, false}) {
    const int status = status_of_child([&] {
      if (before) raise(SIGTERM);
      { const CleanStop watched; }
      raise(SIGTERM);
      return 0;
    });
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGTERM);
  }
}

TEST_CASE("a signal that was ignored stays ignored") {
  const int status = status_of_child([] {
    signal(SIGINT, SIG_IGN);
    const CleanStop watched;
    raise(SIGINT);
    raise(SIGINT);
    return stop_requested() ? 1 : 0;
  });
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace
}  // namespace hemero
