#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "common/base/byte_input.h"

namespace hemero {

/// Starts another program, which is looked for on the PATH unless it is a path, with its arguments behind it; no shell
/// reads them. Its standard streams are this program's own, but for `descriptor`, which becomes its stream of this
/// number. Throws Error when it cannot be started.
pid_t start_program(std::vector<std::string> command, int descriptor = -1, int stream = -1);

/// Waits for its end; its exit status, -1 when it was killed.
int wait_for_program(pid_t process);

/// Another program that runs, and what it prints. Its standard input and standard error are this program's.
class RunningProgram final : public ByteInput {
 public:
  /// Starts `command`, as start_program.
  explicit RunningProgram(std::vector<std::string> command);

  /// Closes its output and waits for its end.
  ~RunningProgram() override;

  /// The next bytes of its standard output.
  std::size_t read(std::span<char> room) override;

  /// Closes its output and waits for its end; its exit status, -1 when it was killed.
  int finish();

 private:
  std::string name_;
  pid_t process_ = 0;  ///< 0 when it has ended
  int output_ = -1;
  int status_ = -1;
};

}  // namespace hemero
