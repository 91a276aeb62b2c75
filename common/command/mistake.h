#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/command/argument_cutter.h"
#include "common/command/command.h"

namespace hemero {

/// What may have been meant by arguments that stand behind one another; nothing by what is too much.
struct LineRepair {
  Arguments typed;
  Arguments meant;
};

/// A command line that cannot be read, and what may have been meant, likeliest first.
class Mistake : public Error {
 public:
  explicit Mistake(std::string message, std::vector<LineRepair> repairs = {}, std::string hint = {})
      : Error(ErrorCode::usage, std::move(message), std::move(hint)), repairs_(std::move(repairs)) {}

  const std::vector<LineRepair>& repairs() const { return repairs_; }

 private:
  std::vector<LineRepair> repairs_;
};

/// `typed` is no option of the command.
Mistake unknown_option(const std::string& typed, const Command& command);

/// The argument at `place` is no command of the program. Arguments alone may be meant for its first one.
Mistake unknown_command(const std::string& program, const std::vector<Command>& commands, const Arguments& line,
                        std::size_t place);

/// The argument is one too many for the command.
Mistake unexpected_argument(const std::string& typed, const Command& command);

/// The option cannot have this value, as the error says.
Mistake wrong_value(const Error& error, const CommandOption& option, const std::string& value);

/// The option stands with these values where it, or one of them, is too much.
std::vector<LineRepair> left_out(const CommandOption& option, const Arguments& values);

/// The likeliest line that `read` takes, which throws Error otherwise: `line` repaired in a few places, beginning with
/// its mistake. Nothing when there is none.
std::optional<Arguments> meant_line(const Arguments& line, const Mistake& mistake,
                                    const std::function<void(const Arguments&)>& read);

/// The line as a shell reads it; nothing when it holds what no terminal should be sent.
std::optional<std::string> shell_line(const std::string& program, const Arguments& line);

}  // namespace hemero
