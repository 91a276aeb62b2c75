#pragma once

#include <exception>
#include <string>
#include <utility>

namespace hemero {

/// Why the work stopped. The values are the programs' exit statuses.
enum class ErrorCode {
  usage = 64,
  bad_data = 65,
  no_archive = 66,  ///< or no file, where one was named
  bug = 70,
  cannot_create = 73,
  io = 74,
  locked = 75,
  other_version = 76,
  permission = 77,
};

/// What stops the work: thrown where it is found (a library's own exceptions are translated once, at that library's
/// edge), caught once, in main. `message` says what happened and where, `hint` what the reader can do about it (may be
/// empty); both are already in the reader's language (see message.h).
class Error : public std::exception {
 public:
  Error(ErrorCode code, std::string message, std::string hint = {});

  const char* what() const noexcept override { return message_.c_str(); }
  ErrorCode code() const noexcept { return code_; }
  const std::string& message() const noexcept { return message_; }
  const std::string& hint() const noexcept { return hint_; }
  int exit_status() const noexcept { return static_cast<int>(code_); }

 private:
  ErrorCode code_;
  std::string message_;
  std::string hint_;
};

/// Input that asks for more than is believed: damaged or hostile, or a limit is too narrow for it.
class OverLimit : public Error {
 public:
  explicit OverLimit(std::string message) : Error(ErrorCode::bad_data, std::move(message)) {}
};

/// The error for a failed system call on `path`: permission, disk full, missing file and the rest each get their code.
/// `errno_value` is the errno of the call; `action` an English message with one {} for the path, e.g. "cannot read {}".
Error system_error(int errno_value, const char* action, const std::string& path);

/// The same for a file or a folder that a user named. What does not exist is told with what is near to it.
Error path_error(int errno_value, const char* action, const std::string& path);

/// Prints what stopped a program on standard error, its hint below it, and returns the exit status that tells it. An
/// exception that is no Error is a bug, but for the lack of memory and what the system refused.
int report_error(const char* program, const std::exception& error);

}  // namespace hemero
