#include "common/command/mistake.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "common/base/message.h"
#include "common/base/names/near_words.h"
#include "common/command/command_words.h"

namespace hemero {

namespace {

/// In small letters, but for those with accents.
std::string small(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

/// The names that may be meant: those that begin so, the shortest first, then those that are near.
std::vector<std::string> meant_names(const std::string& typed, const std::vector<std::string>& names) {
  std::vector<std::string> meant;
  for (const std::string& name : names)
    if (!typed.empty() && name.starts_with(small(typed))) meant.push_back(name);
  std::stable_sort(meant.begin(), meant.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (std::string& name : near_words(small(typed), names)) meant.push_back(std::move(name));
  return meant;
}

/// The commands of the program that may be meant: what is typed for them in `words`, then names like it.
std::vector<std::string> meant_commands(const std::string& typed, const std::string& program,
                                        const std::vector<Command>& commands, const std::vector<CommandWord>& words) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.name());
  std::vector<std::string> meant;
  for (const CommandWord& each : words)
    if (each.word == typed && (each.program == program || each.program == "*")) meant.push_back(each.command);
  for (std::string& name : meant_names(typed, names)) meant.push_back(std::move(name));
  return meant;
}

/// The line with the command of the other program that was meant; an empty text when none was.
std::string line_of_other_program(const std::string& program, const std::vector<CommandWord>& words, Arguments line,
                                  std::size_t place) {
  const auto other = std::find_if(words.begin(), words.end(), [&](const CommandWord& each) {
    return each.word == line[place] && each.program != program && each.program != "*";
  });
  if (other == words.end()) return {};
  line[place] = other->command;
  return shell_line(other->program, line).value_or("");
}

/// The ways to type an option and its value.
std::vector<Arguments> typed_ways(const CommandOption& option, const std::string& value) {
  if (option.is_argument()) return {{value}};
  std::vector<Arguments> ways{{option.name, value}, {option.name + "=" + value}};
  if (!option.takes_value()) ways.push_back({option.name});
  if (option.short_name.empty()) return ways;
  ways.push_back({option.short_name, value});
  ways.push_back({option.short_name + value});
  if (!option.takes_value()) ways.push_back({option.short_name});
  return ways;
}

/// What may be meant by the value of an option, whatever it takes: a word, or a decimal comma.
std::vector<std::string> meant_values(const CommandOption& option, const std::string& value) {
  std::vector<std::string> meant = meant_names(value, option.words);
  if (const std::size_t comma = value.find(','); comma != std::string::npos)
    meant.push_back(value.substr(0, comma) + "." + value.substr(comma + 1));
  return meant;
}

}  // namespace

Mistake unknown_option(const std::string& typed, const Command& command) {
  const std::size_t name_end = std::min(typed.find('='), typed.size());
  std::string what = message("there is no option {}", typed.substr(0, name_end));
  const std::size_t begin = typed.find_first_not_of('-');
  if (begin >= name_end) return Mistake(std::move(what));
  const std::string name = "--" + typed.substr(begin, name_end - begin);
  std::vector<std::string> names;
  for (const CommandOption& option : command.options())
    if (!option.is_argument()) names.push_back(option.name);
  std::vector<LineRepair> repairs;
  for (const std::string& meant : meant_names(name, names))
    repairs.push_back({{typed}, {meant + typed.substr(name_end)}});
  for (const CommandOption& option : command.options())
    for (const std::string& word : option.words)
      if ("--" + word == small(name)) repairs.push_back({{typed}, {option.name, word}});
  return Mistake(std::move(what), std::move(repairs));
}

Mistake unknown_command(const std::string& program, const std::vector<Command>& commands, const Arguments& line,
                        std::size_t place) {
  const std::string& typed = line[place];
  std::string what = message("there is no command “{}”", typed);
  const std::vector<CommandWord> words = command_words();
  if (const std::string other = line_of_other_program(program, words, line, place); !other.empty())
    return Mistake(std::move(what), {}, message("did you mean “{}”?", other));
  std::vector<LineRepair> repairs;
  const std::vector<std::string> near = meant_commands(small(typed), program, commands, words);
  for (const std::string& meant : near) repairs.push_back({{typed}, {meant}});
  if (place + 1 == line.size())
    for (const std::string& meant : near) repairs.push_back({{typed}, {meant, "--help"}});
  const Command& usual = commands.front();
  std::error_code unreadable;
  if (usual.takes_query() || std::filesystem::exists(typed, unreadable))
    repairs.push_back({{typed}, {usual.name(), typed}});
  return Mistake(std::move(what), std::move(repairs));
}

Mistake unexpected_argument(const std::string& typed, const Command& command) {
  std::vector<LineRepair> repairs;
  std::error_code unreadable;
  if (command.option("--archive") != nullptr && std::filesystem::is_directory(typed, unreadable))
    repairs.push_back({{typed}, {"--archive", typed}});
  repairs.push_back({{typed}, {}});
  return Mistake(message("“{}” was not expected", typed), std::move(repairs));
}

Mistake wrong_value(const Error& error, const CommandOption& option, const std::string& value) {
  std::vector<LineRepair> repairs;
  for (const std::string& meant : meant_values(option, value))
    for (const Arguments& typed : typed_ways(option, value))
      repairs.push_back({typed, option.is_argument() ? Arguments{meant} : Arguments{option.name, meant}});
  return Mistake(error.message(), std::move(repairs), error.hint());
}

std::vector<LineRepair> left_out(const CommandOption& option, const Arguments& values) {
  std::vector<LineRepair> repairs;
  for (const std::string& value : values)
    for (const Arguments& typed : typed_ways(option, value)) repairs.push_back({typed, {}});
  return repairs;
}

}  // namespace hemero
