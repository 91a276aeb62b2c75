#include "common/command/completion.h"

#include <algorithm>

#include <fmt/format.h>

namespace hemero {

namespace {

using Kind = CommandOption::Kind;
using Words = std::vector<std::string>;

std::string joined(const Words& words, const char* between) { return fmt::format("{}", fmt::join(words, between)); }

/// The text in single quotes; `quote` is how one is written inside of them.
std::string quoted(const std::string& text, std::string_view quote) {
  std::string quoted = "'";
  for (const char c : text) c == '\'' ? quoted.append(quote) : quoted.append(1, c);
  return quoted + "'";
}

std::string function_name(std::string program) {
  std::replace(program.begin(), program.end(), '-', '_');
  return "_" + program;
}

Words names_of(const std::vector<Command>& commands) {
  Words names;
  for (const Command& command : commands) names.push_back(command.name());
  return names;
}

Words option_names(const Command& command) {
  Words names;
  for (const CommandOption& option : command.options())
    if (!option.is_argument()) names.push_back(option.name);
  return names;
}

/// The options whose value is the next word, as a pattern of `case`.
std::string value_pattern(const Command& command) {
  Words names;
  for (const CommandOption& option : command.options()) {
    if (!option.needs_value()) continue;
    names.push_back(option.name);
    if (!option.short_name.empty()) names.push_back(option.short_name);
  }
  return joined(names, " | ");
}

/// The first argument of a command; null when it has none.
const CommandOption* argument_of(const Command& command) {
  const auto found = std::find_if(command.options().begin(), command.options().end(),
                                  [](const CommandOption& option) { return option.is_argument(); });
  return found == command.options().end() ? nullptr : &*found;
}

Words argument_words(const Command& command) {
  const CommandOption* argument = argument_of(command);
  return argument == nullptr ? Words() : argument->words;
}

/// The options with a value as a branch of a `case` each: COMMAND:OPTION) what completes it ;;
template <typename Completed>
std::string value_branches(const Command& command, const Completed& completed) {
  std::string branches;
  for (const CommandOption& option : command.options()) {
    if (!option.needs_value()) continue;
    std::string pattern = command.name() + ":" + option.name;
    if (!option.short_name.empty()) pattern += " | " + command.name() + ":" + option.short_name;
    branches += fmt::format("    {}) {} ;;\n", pattern, completed(option));
  }
  return branches;
}

std::string bash_values(const CommandOption& option) {
  if (option.kind == Kind::file) return "files=yes";
  return option.words.empty() ? "return" : fmt::format("words='{}'", joined(option.words, " "));
}

std::string bash_command(const Command& command, const Words& words) {
  const CommandOption* argument = argument_of(command);
  std::string branch = fmt::format("        {}) options='{}'", command.name().empty() ? "''" : command.name(),
                                   joined(option_names(command), " "));
  if (argument != nullptr && argument->kind == Kind::file) branch += "; files=yes";
  if (!words.empty()) branch += fmt::format("; words='{}'", joined(words, " "));
  return branch + " ;;\n";
}

std::string bash_script(const std::string& program, const Command& general, const std::vector<Command>& commands) {
  const std::string name = function_name(program);
  const Words names = names_of(commands);
  std::string script = fmt::format("# source <({} completion bash)\n{}() {{\n", program, name);
  script += R"(  COMPREPLY=()
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= options= words= files= i
  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
)";
  script += fmt::format("      {}) [[ ${{COMP_WORDS[i + 1]}} == = ]] && ((++i)); ((++i)) ;;\n", value_pattern(general));
  script += fmt::format("      {}) command=${{COMP_WORDS[i]}}; break ;;\n", joined(names, " | "));
  script += "    esac\n  done\n  case ${command}:${previous} in\n" + value_branches(general, bash_values);
  for (const Command& command : commands) script += value_branches(command, bash_values);
  script += "    *)\n      case $command in\n" + bash_command(general, names);
  for (const Command& command : commands) script += bash_command(command, argument_words(command));
  script += R"(      esac
      if [[ $current == -* ]]; then words=$options files=; fi ;;
  esac
  if [[ $files ]]; then compopt -o filenames 2>/dev/null; fi
  mapfile -t COMPREPLY < <(compgen ${files:+-f} -W "$words" -- "$current")
}
)";
  return script + fmt::format("complete -F {} {}\n", name, program);
}

std::string zsh_values(const CommandOption& option) {
  if (option.kind == Kind::file) return "_files; return";
  return option.words.empty() ? "return" : fmt::format("compadd -- {}; return", joined(option.words, " "));
}

std::string zsh_described(const std::string& name, const std::string& help) {
  return quoted(name + ":" + help, "'\\''");
}

/// `commands` are what may stand in the place of an argument.
std::string zsh_command(const Command& command, const std::vector<Command>& commands) {
  std::string branch = fmt::format("    {})\n      options=(", command.name().empty() ? "''" : command.name());
  for (const CommandOption& option : command.options())
    if (!option.is_argument()) branch += "\n        " + zsh_described(option.name, option.help);
  branch += ")\n";
  const CommandOption* argument = argument_of(command);
  if (argument != nullptr && argument->kind == Kind::file) branch += "      files=yes\n";
  branch += "      words_here=(" + joined(argument_words(command), " ");
  for (const Command& each : commands) branch += "\n        " + zsh_described(each.name(), each.help());
  return branch + ")\n      ;;\n";
}

std::string zsh_script(const std::string& program, const Command& general, const std::vector<Command>& commands) {
  const std::string name = function_name(program);
  std::string script = fmt::format("#compdef {}\n# source <({} completion zsh)\n{}() {{\n", program, program, name);
  script += R"(  local command= files= i previous=${words[CURRENT-1]}
  local -a options words_here
  if [[ ${words[CURRENT]} == --*=* ]]; then previous=${words[CURRENT]%%=*}; compset -P '--*='; fi
  for ((i = 2; i < CURRENT; ++i)); do
    case ${words[i]} in
)";
  script += fmt::format("      {}) ((++i)) ;;\n", value_pattern(general));
  script += fmt::format("      {}) command=${{words[i]}}; break ;;\n", joined(names_of(commands), " | "));
  script += "    esac\n  done\n  case ${command}:${previous} in\n" + value_branches(general, zsh_values);
  for (const Command& command : commands) script += value_branches(command, zsh_values);
  script += "  esac\n  case $command in\n" + zsh_command(general, commands);
  for (const Command& command : commands) script += zsh_command(command, {});
  script += R"(  esac
  if [[ ${words[CURRENT]} == -* ]]; then _describe option options; return; fi
  if (( $#words_here )); then _describe word words_here; fi
  if [[ -n $files ]]; then _files; fi
}
)";
  return script +
         fmt::format("if [[ ${{funcstack[1]}} == {0} ]]; then {0} \"$@\"; else compdef {0} {1}; fi\n", name, program);
}

std::string fish_option(const CommandOption& option) {
  std::string text = " -l " + option.name.substr(2);
  if (!option.short_name.empty()) text += " -s " + option.short_name.substr(1);
  if (option.kind == Kind::file)
    text += " -r -F";
  else if (option.needs_value())
    text += " -x";
  if (!option.words.empty()) text += fmt::format(" -a '{}'", joined(option.words, " "));
  return text + " -d " + quoted(option.help, "\\'") + "\n";
}

std::string fish_script(const std::string& program, const Command& general, const std::vector<Command>& commands) {
  const std::string begin = "complete -c " + program;
  std::string script = fmt::format("# {} completion fish | source\n{} -f\n", program, begin);
  const std::string outside =
      fmt::format("{} -n 'not __fish_seen_subcommand_from {}'", begin, joined(names_of(commands), " "));
  for (const CommandOption& option : general.options()) script += outside + fish_option(option);
  for (const Command& command : commands) {
    script += fmt::format("{} -a {} -d {}\n", outside, command.name(), quoted(command.help(), "\\'"));
    const std::string inside = fmt::format("{} -n '__fish_seen_subcommand_from {}'", begin, command.name());
    for (const CommandOption& option : command.options()) {
      if (!option.is_argument())
        script += inside + fish_option(option);
      else if (option.kind == Kind::file)
        script += inside + " -F\n";
      else if (!option.words.empty())
        script += inside + fmt::format(" -a '{}'\n", joined(option.words, " "));
    }
  }
  return script;
}

}  // namespace

std::string completion_script(Shell shell, const std::string& program, const Command& general,
                              const std::vector<Command>& commands) {
  switch (shell) {
    case Shell::zsh:
      return zsh_script(program, general, commands);
    case Shell::fish:
      return fish_script(program, general, commands);
    case Shell::bash:
      break;
  }
  return bash_script(program, general, commands);
}

}  // namespace hemero
