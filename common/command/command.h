#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/dates/date.h"

namespace hemero {

/// An option of a command, or an argument, whose name has no dash. Texts are in the reader's language.
struct CommandOption {
  enum class Kind : std::uint8_t { flag, text, number, word, file };

  std::string name;        ///< "--limit"; of an argument "PATH"
  std::string short_name;  ///< "-n", or empty
  Kind kind = Kind::flag;
  std::string value;  ///< what stands for its value in the help: "N"; empty for flags and arguments
  std::string help;
  std::string heading;             ///< below which the help shows it; empty for the usual one
  std::vector<std::string> words;  ///< of the kind word: its values
  std::string default_word;        ///< which of them, or which value, holds when nothing is said; empty for none
  std::size_t least = 1;           ///< values behind it at a time
  std::size_t most = 1;
  bool repeats = false;                                 ///< may be given several times
  bool required = false;                                ///< an argument that may not be missing
  bool general = false;                                 ///< it may stand before the command too
  bool settable = true;                                 ///< a configuration file may set it
  std::string environment;                              ///< the variable that says it before such a file does
  std::vector<std::string> excluded;                    ///< options that may not stand beside it
  std::string needed;                                   ///< an option that must stand beside it
  std::vector<std::string> actions;                     ///< words of the command's first argument, one of which it
                                                        ///< goes with alone; none: with any
  bool (*goes_on)(const std::string& value) = nullptr;  ///< true for a value that may follow the first by itself
  std::function<void(const std::vector<std::string>& values)> read;  ///< throws Error (usage)

  bool is_argument() const { return name[0] != '-'; }
  bool takes_value() const { return kind != Kind::flag; }
  bool needs_value() const { return !is_argument() && takes_value() && least > 0; }

  CommandOption& excludes(std::vector<std::string> names);
  CommandOption& needs(std::string option);
  CommandOption& make_general();
  /// What destroys, or is meant for one time, stands on a command line only.
  CommandOption& only_typed();
  /// Values that may follow the first without the option's name, where they look like values.
  CommandOption& going_on_with(bool (*looks_like_value)(const std::string& value));
};

/// A word that an option may be, and what it stands for.
template <typename Value>
struct NamedValue {
  std::string_view name;
  Value value;
};

/// The value of an option. Throws Error (usage) when it is no whole number from `least` to `most`.
std::uint64_t whole_number(const std::string& name, const std::string& text, std::uint64_t least, std::uint64_t most);

/// A command of a program as users see it: its name, what it does, examples, and its options, each bound to a variable
/// that must live until the command line is read.
class Command {
 public:
  Command(std::string name, std::string help) : name_(std::move(name)), help_(std::move(help)) {}

  /// A command line and what it does.
  void example(std::string line, std::string what) { examples_.emplace_back(std::move(line), std::move(what)); }

  /// Options that are declared from here on stand below it.
  void heading(std::string text) { heading_ = std::move(text); }

  /// Options that are declared from here on go with these words of the command's first argument alone: with what it is
  /// asked to do. With none of them: with any.
  void only_for(std::vector<std::string> words) { actions_ = std::move(words); }

  /// What checks the options together once all are read, and throws Error (usage).
  void check(std::function<void()> check) { check_ = std::move(check); }

  // Options. Names are "--limit" or "-n,--limit".

  CommandOption& flag(std::string_view names, bool& into, std::string help);

  template <typename Text>
  CommandOption& text(std::string_view names, std::string value, Text& into, std::string help) {
    CommandOption& option = add(names, CommandOption::Kind::text, std::move(value), std::move(help));
    option.read = [&into](const auto& values) { into = values.back(); };
    return option;
  }

  /// The path of a file or a folder.
  template <typename Path>
  CommandOption& file(std::string_view names, std::string value, Path& into, std::string help) {
    CommandOption& option = text(names, std::move(value), into, std::move(help));
    option.kind = CommandOption::Kind::file;
    return option;
  }

  /// Several texts, each behind the option's name. `take` is given one after the other and may throw Error (usage).
  CommandOption& texts(std::string_view names, std::string value, std::function<void(const std::string&)> take,
                       std::string help);

  /// A whole number.
  template <typename Into>
  CommandOption& number(std::string_view names, std::uint64_t least, std::uint64_t most, Into& into, std::string help) {
    return add_number(
        names, least, most, [&into](std::uint64_t number) { into = static_cast<Into>(number); }, std::move(help));
  }

  /// As many whole numbers as follow, `at_least` and up to `at_most`.
  template <typename Number>
  CommandOption& numbers(std::string_view names, std::string value, std::size_t at_least, std::size_t at_most,
                         std::optional<std::vector<Number>>& into, std::string help) {
    CommandOption& option = add(names, CommandOption::Kind::number, std::move(value), std::move(help));
    option.least = at_least;
    option.most = at_most;
    option.read = [name = option.name, &into](const auto& values) {
      into.emplace();
      for (const std::string& text : values)
        into->push_back(static_cast<Number>(whole_number(name, text, 0, UINT32_MAX)));
    };
    return option;
  }

  CommandOption& decimal(std::string_view names, double least, double most, std::optional<double>& into,
                         std::string help);

  /// A day, a month or a year; an empty text for none.
  CommandOption& date(std::string_view names, std::optional<Date>& into, std::string help);

  /// One of a few words; what `into` holds is the default. An argument when the name has no dash.
  template <typename Value>
  CommandOption& word(std::string_view names, const std::vector<NamedValue<Value>>& choices, Value& into,
                      std::string help) {
    std::vector<std::string> words;
    std::string default_word;
    for (const auto& [name, value] : choices) {
      words.emplace_back(name);
      if (value == into) default_word = name;
    }
    return add_word(
        names, std::move(words), std::move(default_word),
        [&into, choices](std::size_t place) { into = choices[place].value; }, std::move(help));
  }

  /// --format text or json.
  CommandOption& json_format(bool& as_json);

  // Arguments.

  /// One that may be missing.
  CommandOption& optional_argument(std::string name, CommandOption::Kind kind, std::string& into, std::string help);
  CommandOption& argument(std::string name, CommandOption::Kind kind, std::string& into, std::string help);

  /// Texts, one at least.
  CommandOption& arguments(std::string name, std::vector<std::string>& into, std::string help);

  /// Files and folders.
  CommandOption& paths(std::string name, std::vector<std::string>& into, std::string help);

  /// All arguments behind those that are declared before it, joined by blanks, as a query in which words may begin with
  /// a dash: of what has one dash only short options are options, and these take a value without a blank only where it
  /// looks like one: -n20, -a/srv.
  CommandOption& query(std::string name, std::string& into, std::string help);

  const std::string& name() const { return name_; }
  const std::string& help() const { return help_; }
  const std::vector<CommandOption>& options() const { return options_; }
  const std::vector<std::pair<std::string, std::string>>& examples() const { return examples_; }
  bool takes_query() const { return takes_query_; }
  void run_check() const;

  /// The option that an argument names: "--limit", "--limit=3", "-n", "-n3"; null when there is none.
  const CommandOption* option(std::string_view argument) const;

  /// The same with the options alone that all commands have, and without a name.
  Command general() const;

  /// "search QUERY…"
  std::string usage() const;

 private:
  CommandOption& add(std::string_view names, CommandOption::Kind kind, std::string value, std::string help);
  CommandOption& add_number(std::string_view names, std::uint64_t least, std::uint64_t most,
                            std::function<void(std::uint64_t)> take, std::string help);
  CommandOption& add_word(std::string_view names, std::vector<std::string> words, std::string default_word,
                          std::function<void(std::size_t)> take, std::string help);

  std::string name_;
  std::string help_;
  std::string heading_;
  std::vector<std::string> actions_;
  std::vector<CommandOption> options_;
  std::vector<std::pair<std::string, std::string>> examples_;
  std::function<void()> check_;
  bool takes_query_ = false;
};

}  // namespace hemero
