#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/message.h"
#include "common/command/argument_cutter.h"
#include "common/command/command.h"
#include "common/command/command_line.h"

namespace hemero {

// The configuration file: options that hold where a command line says nothing.

/// A line of a configuration file that sets an option: "limit = 20".
struct Setting {
  std::string section;  ///< the command that it is for: "search"; empty for all commands
  std::string name;     ///< of the option, without its dashes
  std::string value;
  std::string place;  ///< "…/config:3"
};

/// Where the configuration file is, if there is one: $XDG_CONFIG_HOME/hemero/config, else ~/.config/hemero/config;
/// empty when neither is known.
std::filesystem::path settings_path();

/// The lines of a configuration file in their order; none when there is no such file. UTF-8: comments from # at a
/// line's beginning, sections in brackets, options below them. Throws Error (usage) that names the line where it is
/// something else, and as open_input() does.
std::vector<Setting> read_settings(const std::filesystem::path& path);

/// The language that the configuration file sets; nothing when it sets none, or cannot be read, which is told later.
std::optional<Language> language_setting();

/// Throws Error (usage), with file and line, unless each setting names an option that may be set where it stands.
/// `general` has the options of all commands.
void check_settings(const std::vector<Setting>& settings, const Program& program, const Command& general,
                    const std::vector<Command>& commands);

/// The values that settings give an option of a command, each with its place. None where the environment says it.
std::vector<Setting> settings_of(const std::vector<Setting>& settings, const Command& command,
                                 const CommandOption& option);

/// Reads what is set for a command into its variables, but for what the command line says itself or rules out. Throws
/// Error (usage), with file and line, for values that an option does not take.
void apply_settings(const std::vector<Setting>& settings, const Command& command, const Given& given);

/// The command `config`, which every program has: it prints what holds where a command line says nothing.
Command settings_command(const Program& program, bool& as_json);

/// What holds for all commands and for each, as a configuration file says it, with where it is from; or as JSON.
std::string settings_text(const Program& program, const Command& general, const std::vector<Command>& commands,
                          const std::vector<Setting>& settings, bool as_json);

}  // namespace hemero
