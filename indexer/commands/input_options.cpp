#include "indexer/commands/input_options.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "indexer/commands/format_option.h"
#include "indexer/formats/named/field_keys.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

/// True for an argument that can only mean FIELD=KEY: a word before the first "=", and no file of that name.
bool means_a_map(const std::string& argument) {
  const auto is_letter = [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
  const auto end = std::find_if_not(argument.begin(), argument.end(), is_letter);
  std::error_code ignored;
  return end != argument.begin() && end != argument.end() && *end == '=' && !std::filesystem::exists(argument, ignored);
}

void read_map(const std::string& map, KeyMap& keys) {
  const auto fields = message("fields: {}", fmt::format("{}", fmt::join(mappable_fields(), ", ")));
  const auto equals = map.find('=');
  const std::string field = map.substr(0, equals);
  if (equals == 0 || equals == std::string::npos || equals + 1 == map.size())
    throw Error(ErrorCode::usage, message("--map {}: FIELD=KEY was expected", map), fields);
  if (!is_mappable_field(field))
    throw Error(ErrorCode::usage, message("--map {}: FIELD=KEY was expected, and there is no field “{}”", map, field),
                fields);
  keys[field] = map.substr(equals + 1);
}

}  // namespace

CommandOption& declare_paths(Command& command, InputOptions& options) {
  return command.paths(message("PATH"), options.paths, message("files, folders, or - for the standard input"));
}

void declare_input(Command& command, InputOptions& options) {
  command.text("--source", message("NAME"), options.extract.source, message("the source of articles that name none"));
  command
      .texts(
          "--map", message("FIELD=KEY"),
          [&options](const std::string& map) { read_map(map, options.extract.fields.keys); },
          message("take a field from this key of JSON Lines, or this column of CSV; several one behind the other"))
      .going_on_with(means_a_map);
  command.text("--timezone", message("ZONE"), options.extract.zone,
               message("the day of a date with a time zone is that of this zone (Europe/Paris)"));
  command.flag("--without-text", options.extract.fields.without_text,
               message("read tables that have titles and no column that is a text"));
  command.texts(
      "--limit", message("NAME=VALUE"),
      [&options](const std::string& limit) {
        set_limit(options.limits, limit);
        options.extract.html = options.limits.html();
        options.extract.article = options.limits.article();
      },
      message("another limit of what is read (see limits)"));
}

Reading reading_of(const KnownPlace& place) {
  Reading reading;
  reading.input.paths = {place.path};
  Command command("", "");
  declare_format(command, reading.format);
  declare_input(command, reading.input);
  for (const std::string& text : place.options) {
    const CommandOption* option = command.option(text);
    if (option == nullptr)
      throw Error(ErrorCode::usage, message("{} is read with {}, which this program does not know", place.path, text),
                  message("add it again, with other options"));
    option->read(option->takes_value() ? std::vector{text.substr(option->name.size() + 1)}
                                       : std::vector<std::string>());
  }
  return reading;
}

std::vector<std::string> option_texts(const Reading& reading) {
  const InputOptions& input = reading.input;
  std::vector<std::string> texts;
  if (reading.format != nullptr) texts.push_back(fmt::format("--format={}", reading.format->name));
  if (!input.extract.source.empty()) texts.push_back(fmt::format("--source={}", input.extract.source));
  for (const auto& [field, key] : input.extract.fields.keys) texts.push_back(fmt::format("--map={}={}", field, key));
  if (input.extract.zone.name() != TimeZone().name())
    texts.push_back(fmt::format("--timezone={}", input.extract.zone.name()));
  if (input.extract.fields.without_text) texts.emplace_back("--without-text");
  for (const NamedLimit& limit : named_limits())
    if (input.limits.*(limit.value) != InputLimits().*(limit.value))
      texts.push_back(fmt::format("--limit={}={}", limit.name, limit_text(limit, input.limits)));
  return texts;
}

}  // namespace hemero
