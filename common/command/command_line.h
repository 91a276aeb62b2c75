#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/names/name_list.h"
#include "common/command/command.h"

namespace hemero {

/// A program as its help shows it. Texts are in the reader's language.
struct Program {
  std::string name;
  std::string about;                             ///< a sentence
  std::string footer;                            ///< where to read on; empty for nothing
  std::filesystem::path settings = {};           ///< the configuration file; empty for none
  std::vector<NameRow> (*versions)() = nullptr;  ///< what --version names beside the program's own; may be null
};

/// Reads a command line into the variables of the command that it names, which may follow options of all commands. The
/// first command is the one that a reader who names none may mean.
/// Returns the command's place; nothing when help, the version or a completion was asked for, which is printed then.
/// Throws Error (usage).
std::optional<std::size_t> read_command_line(const Program& program, std::vector<Command> commands, int argc,
                                             const char* const* argv);

/// The commands of a program, one for each type of options in a variant: each type has a function `declare`, which
/// gives the Command bound to an object of it.
template <typename AnyOptions>
class CommandSet;

template <typename... Options>
class CommandSet<std::variant<Options...>> {
 public:
  CommandSet() {
    std::apply([&](auto&... each) { (commands_.push_back(declare(each)), ...); }, options_);
  }
  CommandSet(const CommandSet&) = delete;
  CommandSet& operator=(const CommandSet&) = delete;

  /// The options of the command that a command line names; as read_command_line otherwise. To be called once.
  std::optional<std::variant<Options...>> read(const Program& program, int argc, const char* const* argv) {
    std::optional<std::variant<Options...>> read;
    const auto place = read_command_line(program, std::move(commands_), argc, argv);
    if (!place) return read;
    std::size_t i = 0;
    const auto take = [&](auto& options) {
      if (i++ == *place) read = std::move(options);
    };
    std::apply([&](auto&... each) { (take(each), ...); }, options_);
    return read;
  }

 private:
  std::tuple<Options...> options_;
  std::vector<Command> commands_;  ///< bound to these
};

}  // namespace hemero
