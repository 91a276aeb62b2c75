#include "query/commands/rows.h"

#include <string>

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/render/render.h"

namespace hemero {

namespace {

void print_table(const std::vector<Hit>& hits, const Columns& columns) {
  std::string row;
  CsvWriter csv(row);
  write_header(csv, columns);
  for (const Hit& hit : hits) {
    write_row(csv, hit, columns);
    fmt::print("{}", row);
    row.clear();
  }
  fmt::print("{}", row);
}

}  // namespace

void declare_rows(Command& command, RowFormat& format, Columns& columns) {
  using Form = NamedValue<RowFormat>;
  command.word("--format",
               std::vector{Form{"text", RowFormat::text}, Form{"json", RowFormat::json},
                           Form{"jsonl", RowFormat::jsonl}, Form{"csv", RowFormat::csv}},
               format, message("form of what is printed"));
  command.texts(
      "--fields", message("NAMES"),
      [&columns](const std::string& names) {
        const Columns more = read_columns(names);
        columns.insert(columns.end(), more.begin(), more.end());
      },
      message("what is told of each article, as CSV or JSON: number,date,title …"));
}

void declare_table(Command& command, RowFormat& format) {
  using Form = NamedValue<RowFormat>;
  command.word("--format",
               std::vector{Form{"text", RowFormat::text}, Form{"json", RowFormat::json}, Form{"csv", RowFormat::csv}},
               format, message("form of what is printed"));
}

RowFormat meant_format(RowFormat format, const Columns& columns) {
  return format == RowFormat::text && !columns.empty() ? RowFormat::csv : format;
}

void print_rows(const std::vector<Hit>& hits, RowFormat format, const Columns& columns) {
  if (format == RowFormat::csv) return print_table(hits, columns.empty() ? default_columns() : columns);
  for (const Hit& hit : hits) fmt::print("{}\n", render_json(hit, columns));
}

}  // namespace hemero
