#include "query/commands/list.h"

#include <vector>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/options/exit_status.h"
#include "query/render/value_counts.h"
#include "query/request/shown_parameters.h"

namespace hemero {

namespace {

std::vector<NamedValue<std::optional<ListedValue>>> lists() {
  return {{"sources", ListedValue::source},
          {"authors", ListedValue::author},
          {"sections", ListedValue::section},
          {"languages", ListedValue::language},
          {"years", ListedValue::year}};
}

}  // namespace

Command declare(ListOptions& options) {
  Command command("list", message("list the sources, authors, sections, languages or years of the articles"));
  command.example("hemero-query list sources --like courrier", message("how the sources are called"));
  command.word(message("WHAT"), lists(), options.listed, message("what is listed")).required = true;
  command.text("--like", message("TEXT"), options.like, shown_help("like"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const ListOptions& options) {
  const std::vector<ValueCount> counts = values_like(count_values(options.archive, *options.listed), options.like);
  if (options.format == RowFormat::json)
    fmt::print("{}\n", render_values_json(counts));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", render_values_csv(counts));
  else
    show_text(options.display, [&](const TextStyle&) { return render_values_text(counts); });
  if (counts.empty()) fmt::print(stderr, "{}\n", message("there is nothing to list"));
  return counts.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
