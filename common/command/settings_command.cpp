#include "common/command/settings.h"

#include <array>
#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"

namespace hemero {

namespace {

/// The value of an option, and what says it.
struct Holding {
  enum class From : std::uint8_t { defaults, file, environment };
  std::string section;
  std::string name;
  std::string value;
  From from = From::defaults;
  std::string place;  ///< line of the file, or name of the variable
};

void add_holdings(std::vector<Holding>& holdings, const Command& command, const CommandOption& option,
                  const std::vector<Setting>& settings) {
  const std::string name = option.name.substr(2);
  const auto set = settings_of(settings, command, option);
  for (const Setting& setting : set)
    holdings.push_back({command.name(), name, setting.value, Holding::From::file, setting.place});
  if (!set.empty()) return;
  const char* said = option.environment.empty() ? nullptr : std::getenv(option.environment.c_str());
  if (said != nullptr && *said != '\0')
    holdings.push_back({command.name(), name, said, Holding::From::environment, option.environment});
  else if (!option.default_word.empty())
    holdings.push_back({command.name(), name, option.default_word, Holding::From::defaults, {}});
}

/// What holds for all commands first, then what is a command's own.
std::vector<Holding> all_holdings(const Command& general, const std::vector<Command>& commands,
                                  const std::vector<Setting>& settings) {
  std::vector<Holding> holdings;
  for (const CommandOption& option : general.options())
    if (option.settable) add_holdings(holdings, general, option, settings);
  for (const Command& command : commands)
    for (const CommandOption& option : command.options())
      if (option.settable && !option.general && !option.is_argument())
        add_holdings(holdings, command, option, settings);
  return holdings;
}

std::string origin(const Holding& holding) {
  if (holding.from == Holding::From::defaults) return message("by default");
  return holding.from == Holding::From::file ? holding.place : "$" + holding.place;
}

std::string as_file(const Program& program, const std::vector<Holding>& holdings) {
  std::string text = "# " + program.settings.string() + "\n";
  std::string section;
  for (const Holding& holding : holdings) {
    if (holding.section != section) text += fmt::format("\n[{}]\n", section = holding.section);
    text += fmt::format("# {}\n{} = {}\n", origin(holding), holding.name, holding.value);
  }
  return text;
}

std::string as_json_text(const Program& program, const std::vector<Holding>& holdings) {
  constexpr std::array names{"default", "file", "environment"};
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).member("file", program.settings.string()).key("settings").begin_array();
  for (const Holding& holding : holdings) {
    json.begin_object().key("command");
    holding.section.empty() ? json.null() : json.value(holding.section);
    json.member("option", holding.name).member("value", holding.value);
    json.member("from", names[static_cast<std::size_t>(holding.from)]).key("place");
    holding.place.empty() ? json.null() : json.value(holding.place);
    json.end_object();
  }
  json.end_array().end_object();
  return text + "\n";
}

}  // namespace

Command settings_command(const Program& program, bool& as_json) {
  Command command("config", message("print what holds where the command line says nothing, and what says it"));
  command.example(fmt::format("{} config", program.name), message("the options of the configuration file, and others"));
  command.json_format(as_json);
  return command;
}

std::string settings_text(const Program& program, const Command& general, const std::vector<Command>& commands,
                          const std::vector<Setting>& settings, bool as_json) {
  const auto holdings = all_holdings(general, commands, settings);
  return as_json ? as_json_text(program, holdings) : as_file(program, holdings);
}

}  // namespace hemero
