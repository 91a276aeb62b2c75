#include "common/command/command_words.h"

#include <sstream>

#include "data/tables.h"

namespace hemero {

std::vector<CommandWord> command_words() {
  std::vector<CommandWord> words;
  std::istringstream rows{std::string(table_text("commands"))};  // no cell holds a blank
  for (std::string row; std::getline(rows, row);) {
    if (row.starts_with('#')) continue;
    CommandWord& word = words.emplace_back();
    std::istringstream(row) >> word.word >> word.program >> word.command;
  }
  return words;
}

std::vector<std::string> commands_beside(const std::string& program) {
  std::vector<std::string> commands;
  for (const CommandWord& each : command_words())
    if (each.word == each.command && each.program != program) commands.push_back(each.command);
  return commands;
}

}  // namespace hemero
