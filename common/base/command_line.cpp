#include "common/base/command_line.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/argument_cutter.h"
#include "common/base/command_help.h"
#include "common/base/completion.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/nearest_word.h"
#include "common/base/settings.h"

namespace hemero {

namespace {

Error usage_error(std::string what, const std::string& typed, const std::vector<std::string>& names) {
  const auto meant = nearest_word(typed, names);
  return Error(ErrorCode::usage, meant ? message("{}: did you mean “{}”?", what, *meant) : std::move(what));
}

Error unknown_option(const std::string& argument, const Command& command) {
  std::vector<std::string> names;
  for (const CommandOption& option : command.options())
    if (!option.is_argument()) names.push_back(option.name);
  const std::string name = argument.substr(0, argument.find('='));
  return usage_error(message("there is no option {}", name), name, names);
}

Error unknown_command(const std::string& name, const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.name());
  return usage_error(message("there is no command “{}”", name), name, names);
}

/// What a user wants to know of a program, rather than have done.
struct Information {
  bool help = false;
  bool version = false;
  std::optional<Language> language;  ///< heard before any option was read: see requested_language
};

void declare(Command& command, Information& information) {
  using Choice = NamedValue<std::optional<Language>>;
  command
      .word("--lang", std::vector{Choice{"fr", Language::french}, Choice{"en", Language::english}},
            information.language, message("language of messages"))
      .make_general();
  command.flag("-h,--help", information.help, message("print this help")).make_general().only_typed();
  if (command.option("--version") == nullptr)
    command.flag("--version", information.version, message("print the version")).make_general().only_typed();
}

/// The options that may stand before a command's name.
Command general_options(const std::vector<Command>& commands, Information& information) {
  Command general = commands.front().general();
  declare(general, information);
  return general;
}

/// Where the command's name stands: behind options of all commands; at the end when there is none.
std::size_t place_of_command(const Arguments& arguments, const std::vector<Command>& commands) {
  Information unused;
  const Command general = general_options(commands, unused);
  std::size_t i = 0;
  while (i < arguments.size() && has_dash(arguments[i])) {
    const CommandOption* option = general.option(arguments[i]);
    if (option == nullptr) throw unknown_option(arguments[i], general);
    i += takes_next(*option, arguments[i]) ? 2U : 1U;
  }
  return std::min(i, arguments.size());
}

void read_values(const CommandOption& option, Arguments values) {
  if (!option.repeats && values.size() > option.most)
    throw Error(ErrorCode::usage, option.is_argument() ? message("“{}” was not expected", values.back())
                                                       : message("{} is given more than once", option.name));
  if (!option.takes_value() && values.back() != "true")
    throw Error(ErrorCode::usage, message("{} takes no value", option.name));
  option.read(values);
}

/// Throws Error when options stand together that may not, or lack one that they need.
void check_company(const Command& command, const Given& given) {
  const auto is_given = [&](const std::string& name) {
    const CommandOption* option = command.option(name);
    return given.values[static_cast<std::size_t>(option - command.options().data())].has_value();
  };
  for (std::size_t i = 0; i < given.values.size(); ++i) {
    const CommandOption& option = command.options()[i];
    if (!given.values[i]) {
      if (option.required) throw Error(ErrorCode::usage, message("{} is missing", option.name));
      continue;
    }
    for (const std::string& other : option.excluded)
      if (is_given(other)) throw Error(ErrorCode::usage, message("{} and {} do not go together", option.name, other));
    if (!option.needed.empty() && !is_given(option.needed))
      throw Error(ErrorCode::usage, message("{} needs {}", option.name, option.needed));
  }
}

void read_options(const Command& command, const Given& given) {
  for (const std::string& argument : given.unknown)
    throw has_dash(argument) ? unknown_option(argument, command)
                             : Error(ErrorCode::usage, message("“{}” was not expected", argument));
  for (std::size_t i = 0; i < given.values.size(); ++i)
    if (given.values[i]) read_values(command.options()[i], *given.values[i]);
  check_company(command, given);
  command.run_check();
}

void print_version(const Program& program) {
  fmt::print("{} {}\n", program.name, HEMERO_VERSION);
  if (program.versions == nullptr) return;
  for (const auto& [name, version] : program.versions()) fmt::print("{} {}\n", translated(name), version);
}

/// Answers what is asked about the program; false when nothing is. `help` makes the text that is asked for.
template <typename Help>
bool answered(const Information& asked, const Program& program, const Help& help) {
  if (asked.help)
    fmt::print("{}", help());
  else if (asked.version)
    print_version(program);
  return asked.help || asked.version;
}

/// Reads the flags of what is asked about the program, and nothing else.
void read_flags(const Command& command, const Given& given) {
  for (std::size_t i = 0; i < given.values.size(); ++i)
    if (given.values[i] && command.options()[i].general && !command.options()[i].takes_value())
      command.options()[i].read(*given.values[i]);
}

/// Reads a command line that names no command: help, the version, or an error.
void read_without_command(const Program& program, const std::vector<Command>& commands, const Arguments& arguments) {
  Information asked;
  const Command general = general_options(commands, asked);
  const Given given = cut_arguments(general, arguments);
  read_flags(general, given);
  if (answered(asked, program, [&] { return program_help(program, commands, general); })) return;
  read_options(general, given);
  throw Error(ErrorCode::usage, message("a command is missing"));
}

/// The error with where to read on, unless it says so itself.
Error with_hint(const Error& error, const std::string& hint) {
  return error.hint().empty() ? Error(error.code(), error.message(), hint) : error;
}

/// What the configuration file sets, as far as it is right.
std::vector<Setting> checked_settings(const Program& program, const std::vector<Command>& commands) {
  Information unused;
  auto settings = read_settings(program.settings);
  check_settings(settings, program, general_options(commands, unused), commands);
  return settings;
}

/// Reads the arguments of one of the commands; false when they ask about it, which is answered.
bool read_by(const Program& program, const std::vector<Command>& commands, Command command, Arguments arguments) {
  Information asked;
  declare(command, asked);
  try {
    const Given given = cut_arguments(command, std::move(arguments));
    read_flags(command, given);
    if (answered(asked, program, [&] { return command_help(program, command); })) return false;
    apply_settings(checked_settings(program, commands), command, given);
    read_options(command, given);
  } catch (const Error& error) {
    throw with_hint(error, message("“{} --help” lists the options", program.name + " " + command.name()));
  }
  return true;
}

/// The command that every program has besides its own.
Command completion_command(const Program& program, std::optional<Shell>& shell) {
  using Choice = NamedValue<std::optional<Shell>>;
  Command command("completion", message("print what makes a shell complete command lines"));
  command.example(fmt::format("source <({} completion bash)", program.name), message("Tab completes, in this bash"));
  command
      .word(message("SHELL"),
            std::vector{Choice{"bash", Shell::bash}, Choice{"zsh", Shell::zsh}, Choice{"fish", Shell::fish}}, shell,
            message("the one that is to complete"))
      .required = true;
  return command;
}

void print_completion(const Program& program, std::vector<Command> commands, Shell shell) {
  Information unused;
  const Command general = general_options(commands, unused);
  for (Command& command : commands) declare(command, unused);
  fmt::print("{}", completion_script(shell, program.name, general, commands));
}

void print_settings(const Program& program, std::vector<Command> commands, bool as_json) {
  Information unused;
  const auto settings = checked_settings(program, commands);
  const Command general = general_options(commands, unused);
  fmt::print("{}", settings_text(program, general, commands, settings, as_json));
}

/// What the commands that every program has are asked to do.
struct Asked {
  std::optional<Shell> shell;
  bool json = false;
};

/// `commands` are the program's own and, last, the two that all have, which say what in `asked`.
std::optional<std::size_t> read(const Program& program, const std::vector<Command>& commands, const Asked& asked,
                                Arguments arguments) {
  const std::size_t place = place_of_command(arguments, commands);
  if (place == arguments.size()) {
    read_without_command(program, commands, arguments);
    return std::nullopt;
  }
  const auto named = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.name() == arguments[place]; });
  if (named == commands.end()) throw unknown_command(arguments[place], commands);
  arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(place));
  if (!read_by(program, commands, *named, std::move(arguments))) return std::nullopt;
  const auto behind = commands.end() - named;
  if (behind > 2) return static_cast<std::size_t>(named - commands.begin());
  behind == 2 ? print_completion(program, commands, *asked.shell) : print_settings(program, commands, asked.json);
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> read_command_line(const Program& program, const std::vector<Command>& commands, int argc,
                                             const char* const* argv) {
  Asked asked;
  std::vector<Command> all = commands;
  all.push_back(completion_command(program, asked.shell));
  all.push_back(settings_command(program, asked.json));
  try {
    return read(program, all, asked, Arguments(argv + 1, argv + argc));
  } catch (const Error& error) {
    throw with_hint(error, message("“{} --help” lists commands and options", program.name));
  }
}

}  // namespace hemero
