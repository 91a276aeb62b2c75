#include "indexer/commands/limits.h"

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/names/name_list.h"
#include "indexer/input/input_limits.h"

namespace hemero {

namespace {

void print_text(const InputLimits& limits) {
  std::vector<NameRow> rows;
  for (const NamedLimit& limit : named_limits())
    rows.emplace_back(fmt::format("{:<17} {:>8}", limit.name, limit_text(limit, limits)), translated(limit.meaning));
  fmt::print("{}", name_list(rows));
}

void print_json(const InputLimits& limits) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("limits").begin_array();
  for (const NamedLimit& limit : named_limits())
    json.begin_object()
        .member("name", limit.name)
        .member("value", limits.*(limit.value))
        .member("unit", limit.is_size ? "bytes" : "count")
        .member("meaning", translated(limit.meaning))
        .end_object();
  json.end_array().end_object();
  fmt::print("{}\n", text);
}

}  // namespace

Command declare(LimitsOptions& options) {
  Command command("limits", message("list the limits of what is read"));
  command.json_format(options.as_json);
  return command;
}

int run(const LimitsOptions& options) {
  const InputLimits limits;
  options.as_json ? print_json(limits) : print_text(limits);
  return 0;
}

}  // namespace hemero
