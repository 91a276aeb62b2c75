#include "common/command/argument_cutter.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/command/mistake.h"

namespace hemero {

namespace {

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

/// True for what only looks like a short option, and like no other: -archive is no -a rchive, and -hello asks for no
/// help.
bool is_misshapen(const Command& command, const std::string& argument) {
  if (argument.starts_with("---")) return true;
  if (!has_dash(argument) || argument[1] == '-' || argument.size() == 2) return false;
  const CommandOption* option = command.option(argument);
  return command.option("-" + argument) != nullptr || (option != nullptr && !option->takes_value());
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

void parse(CLI::App& app, const Command& command, Arguments arguments) {
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
}

/// Takes what an argument of a command with a query is from the words that are left: one, or for the query all.
std::optional<Arguments> taken_words(const CommandOption& argument, Arguments& words) {
  if (words.empty()) return std::nullopt;
  const auto end = argument.repeats ? words.end() : words.begin() + 1;
  Arguments taken(words.begin(), end);
  words.erase(words.begin(), end);
  return taken;
}

/// CLI11 gives an option that may have no value, and has none, one that is empty or "{}".
std::optional<Arguments> given_values(const CLI::Option& option) {
  if (option.count() == 0) return std::nullopt;
  Arguments values = option.results();
  if (option.get_items_expected_min() == 0 && option.get_items_expected_max() > 0)
    std::erase_if(values, [](const std::string& value) { return value.empty() || value == "{}"; });
  return values;
}

/// The word of the first argument, or the one that holds when none is given.
std::string action_of(const Command& command, const Given& given) {
  for (std::size_t i = 0; i < given.values.size(); ++i)
    if (const CommandOption& option = command.options()[i]; option.is_argument())
      return given.values[i] ? given.values[i]->back() : option.default_word;
  return {};
}

}  // namespace

bool has_dash(std::string_view argument) { return argument.size() > 1 && argument[0] == '-'; }

bool takes_next(const CommandOption& option, std::string_view argument) {
  if (!option.needs_value()) return false;
  return argument.starts_with("--") ? argument.find('=') == std::string_view::npos : argument.size() == 2;
}

Given cut_arguments(const Command& command, Arguments arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  Given given;
  std::vector<const CLI::Option*> options;
  Arguments words = command.takes_query() ? take_words(command, arguments) : Arguments();
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  const auto wrong =
      std::find_if(arguments.begin(), end, [&](const auto& each) { return is_misshapen(command, each); });
  if (wrong != end) throw unknown_option(*wrong, command);
  for (const CommandOption& option : command.options()) {
    const bool is_query = option.is_argument() && command.takes_query();
    options.push_back(is_query ? nullptr : add(app, option));
  }
  parse(app, command, with_every_value_named(command, arguments));
  for (std::size_t i = 0; i < options.size(); ++i)
    given.values.push_back(options[i] == nullptr ? taken_words(command.options()[i], words)
                                                 : given_values(*options[i]));
  given.unknown = app.remaining();
  std::erase(given.unknown, "--");
  return given;
}

bool goes_with_action(const CommandOption& option, const Command& command, const Given& given) {
  if (option.actions.empty()) return true;
  return std::find(option.actions.begin(), option.actions.end(), action_of(command, given)) != option.actions.end();
}

}  // namespace hemero
