#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/command/command.h"

namespace hemero {

using Arguments = std::vector<std::string>;

/// True for what may be an option: not for "-", which is the standard input.
bool has_dash(std::string_view argument);

/// Whether an option's value is the next argument.
bool takes_next(const CommandOption& option, std::string_view argument);

/// The values of a command's options, in their order; nothing for those that are not given.
struct Given {
  std::vector<std::optional<Arguments>> values;
  Arguments unknown;  ///< what is no option of the command, or an argument too many
};

/// Cuts the arguments of a command into options and their values; what these are is not looked at. Throws Error (usage)
/// when a value is missing.
Given cut_arguments(const Command& command, Arguments arguments);

/// Whether an option goes with what the command is asked to do by the first argument that is given, or by default.
bool goes_with_action(const CommandOption& option, const Command& command, const Given& given);

}  // namespace hemero
