#include "query/commands/list.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "common/text/characters/one_line.h"
#include "common/text/fold.h"
#include "query/options/exit_status.h"
#include "query/render/render.h"

namespace hemero {

namespace {

std::vector<NamedValue<std::optional<ListedValue>>> lists() {
  return {{"sources", ListedValue::source},
          {"authors", ListedValue::author},
          {"sections", ListedValue::section},
          {"languages", ListedValue::language},
          {"years", ListedValue::year}};
}

/// Only values that `like` is a part of, accents and case aside.
std::vector<ValueCount> like(std::vector<ValueCount> counts, const std::string& like) {
  const std::string part = fold(like);
  std::erase_if(counts, [&](const ValueCount& count) { return fold(count.value).find(part) == std::string::npos; });
  return counts;
}

std::string text_of(const std::vector<ValueCount>& counts) {
  std::string text;
  for (const ValueCount& count : counts) text += fmt::format("{}\t{}\n", one_line(count.value), count.articles);
  return text;
}

std::string csv_of(const std::vector<ValueCount>& counts) {
  std::string text;
  CsvWriter csv(text);
  csv.cell("value").cell("articles").end_row();
  for (const ValueCount& count : counts) csv.cell(count.value).cell(count.articles).end_row();
  return text;
}

std::string json_of(const std::vector<ValueCount>& counts) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("values").begin_array();
  for (const ValueCount& count : counts)
    json.begin_object().member("value", count.value).member("articles", count.articles).end_object();
  json.end_array().end_object();
  return text + "\n";
}

}  // namespace

Command declare(ListOptions& options) {
  Command command("list", message("list the sources, authors, sections, languages or years of the articles"));
  command.example("hemero-query list sources --like courrier", message("how the sources are called"));
  command.word(message("WHAT"), lists(), options.listed, message("what is listed")).required = true;
  command.text("--like", message("TEXT"), options.like, message("only what this is a part of, whatever the accents"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const ListOptions& options) {
  const std::vector<ValueCount> counts = like(count_values(options.archive, *options.listed), options.like);
  if (options.format == RowFormat::json)
    fmt::print("{}", json_of(counts));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", csv_of(counts));
  else
    show_text(options.display, [&](const TextStyle&) { return text_of(counts); });
  if (counts.empty()) fmt::print(stderr, "{}\n", message("there is nothing to list"));
  return counts.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
