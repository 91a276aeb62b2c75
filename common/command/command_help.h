#pragma once

#include <string>
#include <vector>

#include "common/command/command_line.h"

namespace hemero {

/// The commands and what they do, a line each, below a heading.
std::string command_list(const std::vector<Command>& commands);

/// What `PROGRAM --help` prints: the commands, the options of `general`, the examples of all.
std::string program_help(const Program& program, const std::vector<Command>& commands, const Command& general);

/// What `PROGRAM COMMAND --help` prints.
std::string command_help(const Program& program, const Command& command);

}  // namespace hemero
