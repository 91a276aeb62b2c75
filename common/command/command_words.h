#pragma once

#include <string>
#include <vector>

namespace hemero {

/// A word that people type for a command: a row of data/french/commands.tsv.
struct CommandWord {
  std::string word;
  std::string program;  ///< "*" for all
  std::string command;  ///< or an option
};

std::vector<CommandWord> command_words();

/// The commands that programs other than `program` have.
std::vector<std::string> commands_beside(const std::string& program);

}  // namespace hemero
