#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "common/base/byte_input.h"

namespace hemero {

/// Another program that runs, and what it prints. Its standard input and standard error are this program's.
class RunningProgram final : public ByteInput {
 public:
  /// Starts `command`: the program, looked for on the PATH unless it is a path, and its arguments. No shell reads them.
  /// Throws Error when it cannot be started.
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
