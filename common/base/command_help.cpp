#include "common/base/command_help.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t indent = 2;
constexpr std::size_t widest_name = 24;  ///< a longer one has a line of its own
constexpr std::string_view gap = "  ";

std::size_t width(std::string_view text) {
  const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string padded(std::string text, std::size_t to) {
  const std::size_t wide = width(text);
  return text.append(wide < to ? to - wide : 0, ' ');
}

/// A text broken at its blanks, that begins behind `margin` columns; so do its other lines.
std::string wrapped(std::string_view text, std::size_t margin) {
  std::string lines;
  std::size_t used = margin;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (used > margin && used + 1 + width(word) > columns) {
      lines += "\n" + std::string(margin, ' ');
      used = margin;
    }
    if (used > margin) lines += ' ';
    lines += word;
    used += width(word) + 1;
  }
  return lines;
}

using Row = std::pair<std::string, std::string>;  ///< a name, and what it is

/// Names with texts beside them, which all begin in one column.
std::string listed(const std::vector<Row>& rows) {
  std::size_t widest = 0;
  for (const auto& [name, text] : rows)
    if (width(name) <= widest_name) widest = std::max(widest, width(name));
  const std::size_t margin = indent + widest + gap.size();
  std::string lines;
  for (const auto& [name, text] : rows) {
    lines += std::string(indent, ' ');
    lines += width(name) > widest ? name + "\n" + std::string(margin, ' ') : padded(name, widest) + std::string(gap);
    lines += wrapped(text, margin) + "\n";
  }
  return lines;
}

std::string section(const std::string& heading, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  return "\n" + message("{}:", heading) + "\n" + listed(rows);
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

Row row(const CommandOption& option) { return {shown_name(option), shown_help(option)}; }

std::string heading_of(const CommandOption& option) {
  if (option.is_argument()) return message("Arguments");
  return option.heading.empty() ? message("Options") : option.heading;
}

/// The arguments, then the options below their headings, in the order in which these come first.
std::string option_sections(const Command& command) {
  std::vector<std::pair<std::string, std::vector<Row>>> sections{{message("Arguments"), {}}};
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

std::string program_help(const Program& program, const std::vector<Command>& commands, const Command& general) {
  std::vector<Row> rows;
  std::vector<const Command*> all;
  for (const Command& command : commands) {
    rows.emplace_back(command.usage(), command.help());
    all.push_back(&command);
  }
  return wrapped(program.about, 0) + "\n\n" + message("Usage: {} COMMAND [OPTION]… [ARGUMENT]…", program.name) + "\n" +
         section(message("Commands"), rows) + option_sections(general) + example_section(all) + "\n" +
         message("“{} COMMAND --help” lists the options of a command.", program.name) + "\n" + footer(program);
}

std::string command_help(const Program& program, const Command& command) {
  return wrapped(message("{}: {}", program.name + " " + command.name(), command.help()), 0) + "\n\n" +
         message("Usage: {} {} [OPTION]…{}", program.name, command.name(),
                 command.usage().substr(command.name().size())) +
         "\n" + option_sections(command) + example_section({&command}) + footer(program);
}

}  // namespace hemero
