#include "common/base/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include <fmt/format.h>

#include "common/base/command_help.h"
#include "common/base/completion.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/nearest_word.h"

namespace hemero {

namespace {

using Arguments = std::vector<std::string>;

bool has_dash(std::string_view argument) { return argument.size() > 1 && argument[0] == '-'; }

/// Whether an option's value is the next argument.
bool takes_next(const CommandOption& option, std::string_view argument) {
  if (!option.takes_value() || option.least == 0) return false;
  return argument.starts_with("--") ? argument.find('=') == std::string_view::npos : argument.size() == 2;
}

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
      .of_all_commands();
  command.flag("-h,--help", information.help, message("print this help")).of_all_commands();
  if (command.option("--version") == nullptr)
    command.flag("--version", information.version, message("print the version")).of_all_commands();
}

/// Where the command's name stands: behind options of all commands; at the end when there is none.
std::size_t place_of_command(const Arguments& arguments, const Command& general) {
  std::size_t i = 0;
  while (i < arguments.size() && has_dash(arguments[i])) {
    const CommandOption* option = general.option(arguments[i]);
    if (option == nullptr) throw unknown_option(arguments[i], general);
    i += takes_next(*option, arguments[i]) ? 2U : 1U;
  }
  return std::min(i, arguments.size());
}

/// Whether an argument with one dash is an option of a command that takes a query. All others exclude what they name:
/// -nucléaire, -accord, -héritage, -2019, -x.
bool is_short_option(const Command& command, std::string_view argument) {
  const CommandOption* option = command.option(argument);
  if (option == nullptr) return false;
  const std::string_view value = argument.substr(2);
  if (value.empty()) return true;
  if (option->kind == CommandOption::Kind::number)
    return value.find_first_not_of("0123456789") == std::string_view::npos;
  return option->takes_value() && (value[0] == '/' || value[0] == '.');
}

/// Takes the words of a query out of the arguments, so that options are left. Behind "--" everything is a word.
Arguments take_words(const Command& command, Arguments& arguments) {
  Arguments words;
  Arguments options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") {
      words.insert(words.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
      break;
    }
    if (!has_dash(argument) || (argument[1] != '-' && !is_short_option(command, argument))) {
      words.push_back(argument);
      continue;
    }
    options.push_back(argument);
    const CommandOption* option = command.option(argument);
    if (option != nullptr && takes_next(*option, argument) && i + 1 < arguments.size())
      options.push_back(arguments[++i]);
  }
  arguments = std::move(options);
  return words;
}

/// Puts the option's name before each value that may follow another by itself: one that took all that follows would
/// take the arguments behind it as well.
Arguments with_every_value_named(const Command& command, const Arguments& arguments) {
  Arguments named;
  const CommandOption* behind = nullptr;
  std::size_t i = 0;
  for (; i < arguments.size() && arguments[i] != "--"; ++i) {
    const CommandOption* option = has_dash(arguments[i]) ? command.option(arguments[i]) : nullptr;
    if (option == nullptr && behind != nullptr && behind->goes_on(arguments[i]))
      named.push_back(behind->name);
    else
      behind = option != nullptr && option->goes_on != nullptr ? option : nullptr;
    named.push_back(arguments[i]);
    if (option != nullptr && takes_next(*option, arguments[i]) && i + 1 < arguments.size())
      named.push_back(arguments[++i]);
  }
  named.insert(named.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
  return named;
}

/// The values of a command's options, in their order; nothing for those that are not given.
struct Given {
  std::vector<std::optional<Arguments>> values;
  Arguments unknown;  ///< what is no option of the command, or an argument too many
};

CLI::Option* add(CLI::App& app, const CommandOption& option) {
  const std::string names = option.is_argument() ? fmt::format("argument{}", app.get_options().size())
                                                 : fmt::format("{}{}{}", option.short_name,
                                                               option.short_name.empty() ? "" : ",", option.name);
  if (!option.takes_value()) return app.add_flag(names);
  return app.add_option(names)
      ->required(option.required)
      ->expected(static_cast<int>(option.least), static_cast<int>(option.most))
      ->allow_extra_args(option.is_argument() && option.repeats)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// Cuts a command line into options and their values.
Given cut(const Command& command, Arguments arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  Given given;
  std::vector<const CLI::Option*> options;
  const Arguments words = command.takes_query() ? take_words(command, arguments) : Arguments();
  for (const CommandOption& option : command.options()) {
    const bool is_query = option.is_argument() && command.takes_query();
    options.push_back(is_query ? nullptr : add(app, option));
  }
  arguments = with_every_value_named(command, arguments);
  const std::string last = arguments.empty() ? "" : arguments.back();
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::RequiredError&) {
    // Found again and told in the reader's language, when it is clear that no help was asked for.
  } catch (const CLI::ArgumentMismatch&) {
    const CommandOption* option = command.option(last);
    throw Error(ErrorCode::usage, message("{}: its value is missing", option == nullptr ? last : option->name));
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorCode::usage, error.what());
  }
  for (const CLI::Option* option : options) {
    if (option != nullptr)
      given.values.push_back(option->count() > 0 ? std::optional(option->results()) : std::nullopt);
    else
      given.values.push_back(words.empty() ? std::nullopt : std::optional(words));
  }
  given.unknown = app.remaining();
  std::erase(given.unknown, "--");
  return given;
}

void read_values(const CommandOption& option, Arguments values) {
  // CLI11 gives an option without values one that is empty, or else says so.
  if (option.least == 0 && option.takes_value())
    std::erase_if(values, [](const auto& value) { return value.empty() || value == "{}"; });
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

/// Whether a question about the program was answered, which is done before anything is found wrong.
bool answered(const Information& asked, const Program& program, const std::string& help) {
  if (asked.help)
    fmt::print("{}", help);
  else if (asked.version)
    fmt::print("{} {}\n", program.name, HEMERO_VERSION);
  return asked.help || asked.version;
}

/// Reads the flags of what is asked about the program, and nothing else.
void read_flags(const Command& command, const Given& given) {
  for (std::size_t i = 0; i < given.values.size(); ++i)
    if (given.values[i] && command.options()[i].everywhere && !command.options()[i].takes_value())
      command.options()[i].read(*given.values[i]);
}

/// Reads a command line that names no command: help, the version, or an error.
void read_without_command(const Program& program, const std::vector<Command>& commands, Command general,
                          const Information& asked, const Arguments& arguments) {
  const Given given = cut(general, arguments);
  read_flags(general, given);
  if (answered(asked, program, program_help(program, commands, general))) return;
  read_options(general, given);
  throw Error(ErrorCode::usage, message("a command is missing"));
}

/// The error with where to read on, unless it says so itself.
Error with_hint(const Error& error, const std::string& program) {
  if (!error.hint().empty()) return error;
  return Error(error.code(), error.message(), message("“{} --help” lists commands and options", program));
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

void print_completion(const Program& program, const std::vector<Command>& commands, const Command& general,
                      Shell shell) {
  std::vector<Command> whole = commands;
  Information unused;
  for (Command& command : whole) declare(command, unused);
  fmt::print("{}", completion_script(shell, program.name, general, whole));
}

/// `commands` are the program's own and last the one that completes, which sets `shell`.
std::optional<std::size_t> read(const Program& program, const std::vector<Command>& commands,
                                const std::optional<Shell>& shell, Arguments arguments) {
  Information asked;
  Command general = commands.front().general();
  declare(general, asked);
  const std::size_t place = place_of_command(arguments, general);
  if (place == arguments.size()) {
    read_without_command(program, commands, general, asked, arguments);
    return std::nullopt;
  }
  const auto named = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.name() == arguments[place]; });
  if (named == commands.end()) throw unknown_command(arguments[place], commands);
  arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(place));
  Command command = *named;
  declare(command, asked);
  const Given given = cut(command, std::move(arguments));
  read_flags(command, given);
  if (answered(asked, program, command_help(program, command))) return std::nullopt;
  read_options(command, given);
  if (!shell) return static_cast<std::size_t>(named - commands.begin());
  print_completion(program, commands, general, *shell);
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> read_command_line(const Program& program, const std::vector<Command>& commands, int argc,
                                             const char* const* argv) {
  std::optional<Shell> shell;
  std::vector<Command> all = commands;
  all.push_back(completion_command(program, shell));
  try {
    return read(program, all, shell, Arguments(argv + 1, argv + argc));
  } catch (const Error& error) {
    throw with_hint(error, program.name);
  }
}

}  // namespace hemero
