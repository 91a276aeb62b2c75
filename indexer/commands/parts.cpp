#include "indexer/commands/parts.h"

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "common/store/part_states.h"

namespace hemero {

namespace {

std::string text_of(const PartState& part) {
  std::string text = fmt::format("{}  {:>9}–{:<9}  ", part.folder, static_cast<std::uint32_t>(part.first),
                                 static_cast<std::uint32_t>(part.last));
  const std::string megabytes = number_text(static_cast<double>(part.bytes) / 1e6, part.bytes < 1'000'000 ? 3 : 1);
  text += part.current == 1 ? message("1 article, {} MB", megabytes)
                            : message("{} articles, {} MB", number_text(part.current), megabytes);
  if (part.dead > 0) text += message(", {} no longer current", number_text(part.dead));
  if (part.closed) text += message(", closed");
  return text;
}

void print_text(const std::vector<PartState>& parts) {
  if (parts.empty()) fmt::print("{}\n", message("the archive is empty: “hemero-index add” puts articles into it"));
  for (const PartState& part : parts) fmt::print("{}\n", text_of(part));
}

void print_json(const std::vector<PartState>& parts) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("parts").begin_array();
  for (const PartState& part : parts)
    json.begin_object()
        .member("folder", part.folder)
        .member("first", static_cast<std::uint32_t>(part.first))
        .member("last", static_cast<std::uint32_t>(part.last))
        .member("articles", part.current)
        .member("dead", part.dead)
        .member("bytes", part.bytes)
        .member("closed", part.closed)
        .end_object();
  json.end_array().end_object();
  fmt::print("{}\n", text);
}

}  // namespace

Command declare(PartsOptions& options) {
  Command command("parts", message("list the parts of the index"));
  command.example("hemero-index parts", message("which parts there are, of which articles"));
  command.json_format(options.as_json);
  declare_archive(command, options.archive);
  return command;
}

int run(const PartsOptions& options) {
  const std::vector<PartState> parts = part_states(options.archive);
  options.as_json ? print_json(parts) : print_text(parts);
  return 0;
}

}  // namespace hemero
