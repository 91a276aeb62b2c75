#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/byte_input.h"

namespace hemero {

/// A descriptor that becomes a program's stream of this number.
struct ProgramStream {
  int descriptor = -1;
  int stream = -1;
};

/// Starts another program, which is looked for on the PATH unless it is a path, with its arguments behind it; no shell
/// reads them. Its standard streams are this program's own, but for those given. Throws Error when it cannot be
/// started.
pid_t start_program(std::vector<std::string> command, const std::vector<ProgramStream>& streams = {});

/// Waits for its end; its exit status, -1 when it was killed.
int wait_for_program(pid_t process);

/// What a program that reads foreign bytes may use before it is killed.
struct ProgramLimits {
  std::uint64_t memory = 0;  ///< bytes of addresses; 0: any
  std::uint64_t time = 0;    ///< seconds of a processor; 0: any
};

/// Another program that runs, and what it prints. Its standard input and standard error are this program's, unless they
/// are given.
class RunningProgram final : public ByteInput {
 public:
  /// Starts `command`, as start_program.
  explicit RunningProgram(std::vector<std::string> command, std::vector<ProgramStream> streams = {},
                          const ProgramLimits& limits = {});

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
