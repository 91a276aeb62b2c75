#include "common/base/running_program.h"

#include "common/base/error.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("what another program prints is read, and how it ended") {
  struct Row {
    std::vector<std::string> command;
    std::string printed;
    int status;
    const char* reason;
  };
  const Row rows[] = {
      {{"printf", "%s|", "l’été", "a b", "$HOME", ""}, "l’été|a b|$HOME||", 0, "arguments are no shell's words"},
      {{"sh", "-c", "printf un; exit 3"}, "un", 3, "an exit status"},
      {{"/bin/sh", "-c", "kill -9 $$"}, "", -1, "a killed one has none"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    RunningProgram program(row.command);
    CHECK(read_all(program, 1000) == row.printed);
    CHECK(program.finish() == row.status);
    CHECK(program.finish() == row.status);
  }
}

TEST_CASE("a program that prints without end can be left") {
  RunningProgram program({"yes"});
  std::vector<char> room(10);
  CHECK(program.read(room) > 0);
  CHECK(program.finish() != 0);
}

TEST_CASE("a program that is not there says its name") {
  CHECK_THROWS_WITH(RunningProgram({"hemero-no-such-program"}), contains_text("hemero-no-such-program"));
}

}  // namespace
}  // namespace hemero
