#include "common/command/command_line.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/command/argument_cutter.h"
#include "common/command/command_help.h"
#include "common/command/completion.h"
#include "common/command/mistake.h"
#include "common/command/program.h"
#include "common/command/settings.h"

namespace hemero {

namespace {

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

/// The option at `place` stands before the command's name: it may be meant behind it.
Mistake misplaced_option(const Arguments& line, std::size_t place, const std::vector<Command>& commands,
                         const Command& general) {
  const Mistake unknown = unknown_option(line[place], general);
  std::vector<LineRepair> repairs = unknown.repairs();
  const auto name = std::find_if(line.begin() + static_cast<std::ptrdiff_t>(place), line.end(), [&](const auto& each) {
    return std::any_of(commands.begin(), commands.end(), [&](const auto& command) { return command.name() == each; });
  });
  if (name != line.end()) {
    LineRepair& moved = repairs.emplace_back();
    moved.typed.assign(line.begin(), name + 1);
    moved.meant = {*name};
    moved.meant.insert(moved.meant.end(), line.begin(), name);
  }
  return Mistake(unknown.message(), std::move(repairs));
}

/// Where the command's name stands: behind options of all commands; at the end when there is none.
std::size_t place_of_command(const Arguments& arguments, const std::vector<Command>& commands) {
  Information unused;
  const Command general = general_options(commands, unused);
  std::size_t i = 0;
  while (i < arguments.size() && has_dash(arguments[i])) {
    const CommandOption* option = general.option(arguments[i]);
    if (option == nullptr) throw misplaced_option(arguments, i, commands, general);
    i += takes_next(*option, arguments[i]) ? 2U : 1U;
  }
  return std::min(i, arguments.size());
}

void read_values(const CommandOption& option, const Arguments& values) {
  if (!option.repeats && values.size() > option.most) {
    if (option.is_argument()) throw Mistake(message("“{}” was not expected", values.back()), {{{values.back()}, {}}});
    const Arguments earlier(values.begin(), values.end() - static_cast<std::ptrdiff_t>(option.most));
    throw Mistake(message("{} is given more than once", option.name), left_out(option, earlier));
  }
  if (!option.takes_value() && values.back() != "true")
    throw Mistake(message("{} takes no value", option.name), {{{option.name + "=" + values.back()}, {option.name}}});
  try {
    option.read(values);
  } catch (const Error& error) {
    throw wrong_value(error, option, values.back());
  }
}

/// Throws Mistake when options stand together that may not, lack one that they need, or have no part in what is asked
/// for.
void check_company(const Command& command, const Given& given) {
  const auto is_given = [&](const std::string& name) {
    const CommandOption* option = command.option(name);
    return given.values[static_cast<std::size_t>(option - command.options().data())].has_value();
  };
  for (std::size_t i = 0; i < given.values.size(); ++i) {
    const CommandOption& option = command.options()[i];
    if (!given.values[i]) {
      if (option.required) throw Mistake(message("{} is missing", option.name));
      continue;
    }
    if (!goes_with_action(option, command, given))
      throw Mistake(message("{} goes with {} only", option.name, fmt::format("{}", fmt::join(option.actions, ", "))),
                    left_out(option, *given.values[i]));
    for (const std::string& other : option.excluded)
      if (is_given(other))
        throw Mistake(message("{} and {} do not go together", option.name, other), left_out(option, *given.values[i]));
    if (!option.needed.empty() && !is_given(option.needed))
      throw Mistake(message("{} needs {}", option.name, option.needed), left_out(option, *given.values[i]));
  }
}

void read_options(const Command& command, const Given& given) {
  for (const std::string& argument : given.unknown)
    throw has_dash(argument) ? unknown_option(argument, command) : unexpected_argument(argument, command);
  for (std::size_t i = 0; i < given.values.size(); ++i)
    if (given.values[i]) read_values(command.options()[i], *given.values[i]);
  check_company(command, given);
  command.run_check();
}

/// What a command line comes to: a command's place, or else a text that was asked for.
struct Reading {
  std::optional<std::size_t> command;
  std::string answer;
};

std::string versions(const Program& program) {
  std::string text = fmt::format("{} {}\n", program.name, program_version());
  if (program.versions == nullptr) return text;
  for (const auto& [name, version] : program.versions()) text += fmt::format("{} {}\n", translated(name), version);
  return text;
}

/// The answer to what is asked about the program; nothing when nothing is. `help` makes the text that is asked for.
template <typename Help>
std::optional<std::string> answer(const Information& asked, const Program& program, const Help& help) {
  if (asked.help) return help();
  if (asked.version) return versions(program);
  return std::nullopt;
}

/// Reads the flags of what is asked about the program, and nothing else.
void read_flags(const Command& command, const Given& given) {
  const auto asks = [](const CommandOption& option) { return option.general && !option.takes_value(); };
  for (std::size_t i = 0; i < given.values.size(); ++i)
    if (given.values[i] && asks(command.options()[i]) && given.values[i]->back() == "true")
      command.options()[i].read(*given.values[i]);
}

/// Reads a command line that names no command: help, the version, or an error.
Reading read_without_command(const Program& program, const std::vector<Command>& commands, const Arguments& arguments) {
  Information asked;
  const Command general = general_options(commands, asked);
  const Given given = cut_arguments(general, arguments);
  read_flags(general, given);
  if (auto text = answer(asked, program, [&] { return program_help(program, commands, general); }))
    return {std::nullopt, std::move(*text)};
  read_options(general, given);
  throw Mistake(message("a command is missing"), {},
                command_list(commands) + "\n" + message("“{} --help” lists commands and options", program.name));
}

/// What the configuration file sets, as far as it is right.
std::vector<Setting> checked_settings(const Program& program, const std::vector<Command>& commands) {
  Information unused;
  auto settings = read_settings(program.settings);
  check_settings(settings, program, general_options(commands, unused), commands);
  return settings;
}

/// Reads the arguments of the command at `place`.
Reading read_by(const Program& program, const std::vector<Command>& commands, std::size_t place,
                const Arguments& arguments) {
  Command command = commands[place];
  Information asked;
  declare(command, asked);
  const Given given = cut_arguments(command, arguments);
  read_flags(command, given);
  if (auto text = answer(asked, program, [&] { return command_help(program, command); }))
    return {std::nullopt, std::move(*text)};
  apply_settings(checked_settings(program, commands), command, given);
  read_options(command, given);
  return {place, {}};
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

std::string completion(const Program& program, std::vector<Command> commands, Shell shell) {
  Information unused;
  const Command general = general_options(commands, unused);
  for (Command& command : commands) declare(command, unused);
  return completion_script(shell, program.name, general, commands);
}

/// The command that `arguments` name at `place`; commands.end() when they name none of them.
auto named_command(const std::vector<Command>& commands, const Arguments& arguments, std::size_t place) {
  return std::find_if(commands.begin(), commands.end(), [&](const Command& command) {
    return place < arguments.size() && command.name() == arguments[place];
  });
}

std::string settings(const Program& program, const std::vector<Command>& commands, bool as_json) {
  Information unused;
  const auto set = checked_settings(program, commands);
  return settings_text(program, general_options(commands, unused), commands, set, as_json);
}

/// What the commands that every program has are asked to do.
struct Asked {
  std::optional<Shell> shell;
  bool json = false;
};

/// `commands` are the program's own and, last, the two that all have, which say what in `asked`.
Reading read(const Program& program, const std::vector<Command>& commands, const Asked& asked, Arguments arguments) {
  const std::size_t place = place_of_command(arguments, commands);
  if (place == arguments.size()) return read_without_command(program, commands, arguments);
  const auto named = named_command(commands, arguments, place);
  if (named == commands.end()) throw unknown_command(program.name, commands, arguments, place);
  arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(place));
  const Reading reading = read_by(program, commands, static_cast<std::size_t>(named - commands.begin()), arguments);
  const auto behind = commands.end() - named;
  if (!reading.command || behind > 2) return reading;
  return {std::nullopt,
          behind == 2 ? completion(program, commands, *asked.shell) : settings(program, commands, asked.json)};
}

/// Where to read on about a line that cannot be read.
std::string where_to_read(const Program& program, const std::vector<Command>& commands, const Arguments& line) {
  for (std::size_t place = 0; place < line.size(); ++place)
    if (const auto named = named_command(commands, line, place); named != commands.end())
      return message("“{} --help” lists the options", program.name + " " + named->name());
  return message("“{} --help” lists commands and options", program.name);
}

/// The error with what the reader can do about it: its own hint, and the line that was meant, or where to read on.
Error with_hints(const Program& program, const std::vector<Command>& commands, const Arguments& line,
                 const Mistake& mistake, const std::optional<Arguments>& meant) {
  std::string hints = mistake.hint();
  if (const auto text = meant ? shell_line(program.name, *meant) : std::nullopt)
    hints += (hints.empty() ? "" : "\n") + message("did you mean “{}”?", *text);
  return Error(mistake.code(), mistake.message(),
               hints.empty() ? where_to_read(program, commands, line) : std::move(hints));
}

}  // namespace

std::optional<std::size_t> read_command_line(const Program& program, std::vector<Command> commands, int argc,
                                             const char* const* argv) {
  Asked asked;
  commands.push_back(completion_command(program, asked.shell));
  commands.push_back(settings_command(program, asked.json));
  const Arguments line(argv + 1, argv + argc);
  const auto read_line = [&](const Arguments& each) { return read(program, commands, asked, each); };
  try {
    const Reading reading = read_line(line);
    fmt::print("{}", reading.answer);
    return reading.command;
  } catch (const Mistake& mistake) {
    throw with_hints(program, commands, line, mistake, meant_line(line, mistake, read_line));
  } catch (const Error& error) {
    throw with_hints(program, commands, line, Mistake(error.message(), {}, error.hint()), std::nullopt);
  }
}

}  // namespace hemero
