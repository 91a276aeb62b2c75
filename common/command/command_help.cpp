#include "common/command/command_help.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/names/name_list.h"

namespace hemero {

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t widest_name = 24;  ///< a longer one has a line of its own

std::string section(const std::string& heading, const std::vector<NameRow>& rows) {
  if (rows.empty()) return {};
  return "\n" + message("{}:", heading) + "\n" + name_list(rows, indent, widest_name);
}

/// "-n, --limit=N"
std::string shown_name(const CommandOption& option) {
  if (option.is_argument()) return option.repeats ? option.name + "…" : option.name;
  std::string name = option.short_name.empty() ? "    " : option.short_name + ", ";
  name += option.name;
  if (!option.value.empty()) name += (option.most > 1 ? " " : "=") + option.value;
  return name;
}

/// What it is, and the words that it may be.
std::string shown_help(const CommandOption& option) {
  if (option.words.empty()) return option.help;
  std::vector<std::string> words;
  for (const std::string& word : option.words)
    words.push_back(word == option.default_word ? message("{} by default", word) : word);
  return fmt::format("{} ({})", option.help, fmt::join(words, ", "));
}

NameRow row(const CommandOption& option) { return {shown_name(option), shown_help(option)}; }

std::string heading_of(const CommandOption& option) {
  if (option.is_argument()) return message("Arguments");
  return option.heading.empty() ? message("Options") : option.heading;
}

/// The arguments, then the options below their headings, in the order in which these come first.
std::string option_sections(const Command& command) {
  std::vector<std::pair<std::string, std::vector<NameRow>>> sections{{message("Arguments"), {}}};
  for (const CommandOption& option : command.options()) {
    const std::string heading = heading_of(option);
    auto known =
        std::find_if(sections.begin(), sections.end(), [&](const auto& each) { return each.first == heading; });
    if (known == sections.end()) known = sections.insert(known, {heading, {}});
    known->second.push_back(row(option));
  }
  std::string text;
  for (const auto& [heading, rows] : sections) text += section(heading, rows);
  return text;
}

std::string example_section(const std::vector<const Command*>& commands) {
  std::string text;
  for (const Command* command : commands)
    for (const auto& [line, what] : command->examples())
      text += fmt::format("  {}\n      {}\n", line, wrapped(what, 6));
  return text.empty() ? text : "\n" + message("Examples:") + "\n" + text;
}

std::string footer(const Program& program) { return program.footer.empty() ? "" : "\n" + program.footer + "\n"; }

}  // namespace

std::string command_list(const std::vector<Command>& commands) {
  std::vector<NameRow> rows;
  for (const Command& command : commands) rows.emplace_back(command.usage(), command.help());
  return section(message("Commands"), rows);
}

std::string program_help(const Program& program, const std::vector<Command>& commands, const Command& general) {
  std::vector<const Command*> all;
  for (const Command& command : commands) all.push_back(&command);
  return wrapped(program.about, 0) + "\n\n" + message("Usage: {} COMMAND [OPTION]… [ARGUMENT]…", program.name) + "\n" +
         command_list(commands) + option_sections(general) + example_section(all) + "\n" +
         message("“{} COMMAND --help” lists the options of a command.", program.name) + "\n" + footer(program);
}

std::string command_help(const Program& program, const Command& command) {
  return wrapped(message("{}: {}", program.name + " " + command.name(), command.help()), 0) + "\n\n" +
         message("Usage: {} {} [OPTION]…{}", program.name, command.name(),
                 command.usage().substr(command.name().size())) +
         "\n" + option_sections(command) + example_section({&command}) + footer(program);
}

}  // namespace hemero
