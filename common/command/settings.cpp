#include "common/command/settings.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/base/names/near_words.h"
#include "common/command/command_words.h"

namespace hemero {

namespace {

constexpr std::size_t most_bytes = 1 << 20;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::filesystem::path variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// Reads lines, each below the section that was named last.
class Reader {
 public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  void read(std::string_view line) {
    ++number_;
    line = trimmed(line);
    if (line.empty() || line.starts_with('#')) return;
    if (line.starts_with('[')) return begin_section(line);
    const std::size_t equals = line.find('=');
    const std::string_view name = trimmed(line.substr(0, equals));
    if (equals == std::string_view::npos || name.empty())
      throw Error(ErrorCode::usage, message("{}: “option = value” was expected", place()));
    settings_.push_back({section_, std::string(name), std::string(trimmed(line.substr(equals + 1))), place()});
  }

  std::vector<Setting> settings() && { return std::move(settings_); }

 private:
  void begin_section(std::string_view line) {
    if (!line.ends_with(']'))
      throw Error(ErrorCode::usage, message("{}: the name of a command was expected, in brackets", place()));
    section_ = trimmed(line.substr(1, line.size() - 2));
    settings_.push_back({section_, "", "", place()});
  }

  std::string place() const { return fmt::format("{}:{}", path_, number_); }

  std::string path_;
  std::string section_;
  std::size_t number_ = 0;
  std::vector<Setting> settings_;
};

bool may_be_set(const CommandOption& option) { return !option.is_argument() && option.settable; }

Error unknown(std::string what, const std::string& typed, const std::vector<std::string>& names) {
  const auto meant = near_words(typed, names);
  return Error(
      ErrorCode::usage, std::move(what),
      meant.empty() ? message("“config” prints what may be set") : message("did you mean “{}”?", meant.front()));
}

void check_name(const Setting& setting, const Command& command) {
  const CommandOption* option = command.option("--" + setting.name);
  if (option != nullptr && may_be_set(*option)) return;
  if (option != nullptr)
    throw Error(ErrorCode::usage, message("{}: {} is for the command line alone", setting.place, option->name));
  std::vector<std::string> names;
  for (const CommandOption& each : command.options())
    if (may_be_set(each)) names.push_back(each.name.substr(2));
  throw unknown(message("{}: there is no option “{}” here", setting.place, setting.name), setting.name, names);
}

/// Where an option of single commands stands above all sections, the one that it belongs below is said.
void check_general(const Setting& setting, const Command& general, const std::vector<Command>& commands) {
  if (general.option("--" + setting.name) == nullptr)
    for (const Command& command : commands)
      if (const CommandOption* option = command.option("--" + setting.name); option != nullptr && may_be_set(*option))
        throw Error(ErrorCode::usage, message("{}: “{}” is no option of all commands", setting.place, setting.name),
                    message("write it below the name of a command: [{}]", command.name()));
  check_name(setting, general);
}

/// The flag's value as a command line gives it; nothing for "no".
std::optional<std::string> flag_value(const Setting& setting) {
  if (setting.value == "yes") return "true";
  if (setting.value == "no") return std::nullopt;
  throw Error(ErrorCode::usage, message("{}: {} is yes or no", setting.place, setting.name));
}

/// A file's path may begin in the home folder, as shells write that.
std::string path_value(const std::string& value) {
  const char* home = std::getenv("HOME");
  return value.starts_with("~/") && home != nullptr ? home + value.substr(1) : value;
}

void read_set(const CommandOption& option, const std::vector<Setting>& settings) {
  Arguments values;
  for (const Setting& setting : settings) {
    const bool flag = !option.takes_value();
    const auto value = flag ? flag_value(setting) : std::optional(setting.value);
    if (value) values.push_back(option.kind == CommandOption::Kind::file ? path_value(*value) : *value);
  }
  if (values.empty()) return;
  const std::string& place = settings.back().place;
  if (values.size() > 1 && !option.repeats)
    throw Error(ErrorCode::usage, message("{}: {} is given more than once", place, option.name));
  try {
    option.read(values);
  } catch (const Error& error) {
    throw Error(error.code(), message("{}: {}", place, error.message()), error.hint());
  }
}

}  // namespace

std::filesystem::path settings_path() {
  if (const auto config = variable("XDG_CONFIG_HOME"); !config.empty()) return config / "hemero" / "config";
  const auto home = variable("HOME");
  return home.empty() ? home : home / ".config" / "hemero" / "config";
}

std::vector<Setting> read_settings(const std::filesystem::path& path) {
  std::error_code error;
  if (path.empty() || !std::filesystem::exists(path, error)) return {};
  const std::string text = read_all(*open_input(path), most_bytes);
  Reader reader(path.string());
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string_view rest = text;
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    reader.read(line);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return std::move(reader).settings();
}

std::optional<Language> language_setting() {
  std::optional<Language> language;
  try {
    for (const Setting& setting : read_settings(settings_path()))
      if (setting.section.empty() && setting.name == "lang")
        language = setting.value == "fr" ? Language::french : Language::english;
  } catch (const Error&) {
    return std::nullopt;
  }
  return language;
}

void check_settings(const std::vector<Setting>& settings, const Program& program, const Command& general,
                    const std::vector<Command>& commands) {
  if (settings.empty()) return;
  const std::vector<std::string> others = commands_beside(program.name);
  std::vector<std::string> names = others;
  for (const Command& command : commands) names.push_back(command.name());
  for (const Setting& setting : settings) {
    const auto command = std::find_if(commands.begin(), commands.end(),
                                      [&](const Command& each) { return each.name() == setting.section; });
    const bool shared = std::find(others.begin(), others.end(), setting.section) != others.end();
    if (!setting.section.empty() && command == commands.end() && !shared)
      throw unknown(message("{}: there is no command “{}”", setting.place, setting.section), setting.section, names);
    if (setting.name.empty() || shared) continue;  // what another program reads is told by it
    setting.section.empty() ? check_general(setting, general, commands) : check_name(setting, *command);
  }
}

std::vector<Setting> settings_of(const std::vector<Setting>& settings, const Command& command,
                                 const CommandOption& option) {
  std::vector<Setting> found;
  const char* said = option.environment.empty() ? nullptr : std::getenv(option.environment.c_str());
  if (!may_be_set(option) || (said != nullptr && *said != '\0')) return found;
  for (const std::string& section : {std::string(), command.name()}) {
    std::vector<Setting> here;
    for (const Setting& setting : settings)
      if (setting.section == section && "--" + setting.name == option.name) here.push_back(setting);
    if (!here.empty()) found = std::move(here);
  }
  return found;
}

void apply_settings(const std::vector<Setting>& settings, const Command& command, const Given& given) {
  const auto is_given = [&](const CommandOption* option) {
    return option != nullptr && given.values[static_cast<std::size_t>(option - command.options().data())];
  };
  for (const CommandOption& option : command.options()) {
    if (is_given(&option) || !goes_with_action(option, command, given)) continue;
    const bool ruled_out = std::any_of(command.options().begin(), command.options().end(), [&](const auto& other) {
      const auto excludes = [](const CommandOption& one, const CommandOption& two) {
        return std::find(one.excluded.begin(), one.excluded.end(), two.name) != one.excluded.end();
      };
      return is_given(&other) && (excludes(option, other) || excludes(other, option));
    });
    if (!ruled_out && (option.needed.empty() || is_given(command.option(option.needed))))
      read_set(option, settings_of(settings, command, option));
  }
}

}  // namespace hemero
