#include "indexer/commands/formats.h"

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "indexer/ingest/formats.h"

namespace hemero {

namespace {

std::vector<std::string_view> ending_names(const Format& format) {
  std::vector<std::string_view> names;
  for (const Ending& ending : format.endings) names.push_back(ending.name);
  return names;
}

void print_text() {
  for (const Format* format : formats())
    fmt::print("{:<12} {:<24} {}\n", format->name, fmt::format("{}", fmt::join(ending_names(*format), " ")),
               translated(format->title));
}

void print_json() {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("formats").begin_array();
  for (const Format* format : formats()) {
    json.begin_object().member("name", format->name).member("title", translated(format->title));
    json.key("endings").begin_array();
    for (const std::string_view ending : ending_names(*format)) json.value(ending);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", text);
}

}  // namespace

Command declare(FormatsOptions& options) {
  Command command("formats", message("list the formats that are read"));
  command.json_format(options.as_json);
  return command;
}

int run(const FormatsOptions& options) {
  options.as_json ? print_json() : print_text();
  return 0;
}

}  // namespace hemero
