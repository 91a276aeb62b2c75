#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/command/command.h"

namespace hemero {

enum class Shell : std::uint8_t { bash, zsh, fish };

/// A script that teaches a shell to complete the command lines of a program: commands, options, the words that these
/// take, and files. `general` has the options that may stand before a command.
std::string completion_script(Shell shell, const std::string& program, const Command& general,
                              const std::vector<Command>& commands);

}  // namespace hemero
