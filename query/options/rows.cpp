#include "query/options/rows.h"

#include <unistd.h>

#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/base/dates/time_stamp.h"
#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr CsvForm french_spreadsheet{.separator = ';', .decimal = ','};

}  // namespace

void declare_rows(Command& command, RowForm& form) {
  using Form = NamedValue<RowFormat>;
  command.word(
      "--format",
      std::vector{Form{"text", RowFormat::text}, Form{"json", RowFormat::json}, Form{"jsonl", RowFormat::jsonl},
                  Form{"csv", RowFormat::csv}, Form{"csv-excel", RowFormat::csv_excel}, Form{"ris", RowFormat::ris},
                  Form{"csl-json", RowFormat::csl_json}, Form{"bibtex", RowFormat::bibtex}, Form{"txm", RowFormat::txm},
                  Form{"iramuteq", RowFormat::iramuteq}, Form{"atom", RowFormat::atom}},
      form.format, message("form of what is printed; csv-excel opens in French spreadsheets, txm is a zip"));
  command.texts(
      "--fields", message("NAMES"),
      [&columns = form.columns](const std::string& names) {
        const Columns more = read_columns(names);
        columns.insert(columns.end(), more.begin(), more.end());
      },
      message("what is told of each article, as CSV or JSON: number,date,title …"));
  command.flag("--raw", form.raw,
               message("in CSV no apostrophe before cells that a spreadsheet takes for formulas (= + - @)"));
}

void declare_table(Command& command, RowFormat& format) {
  using Form = NamedValue<RowFormat>;
  command.word("--format",
               std::vector{Form{"text", RowFormat::text}, Form{"json", RowFormat::json}, Form{"csv", RowFormat::csv}},
               format, message("form of what is printed"));
}

RowFormat meant_format(const RowForm& form) {
  if (form.columns.empty()) return form.format;
  if (form.format == RowFormat::text) return RowFormat::csv;
  if (form.format > RowFormat::csv_excel)
    throw Error(ErrorCode::usage, message("--fields: this format has fields of its own"),
                message("--format csv, csv-excel, json and jsonl have those that are asked for"));
  return form.format;
}

RowForm with_notes(RowForm form) {
  if (form.columns.empty() && (form.format == RowFormat::csv || form.format == RowFormat::csv_excel)) {
    form.columns = default_columns();
    form.columns.push_back({"note"});
  }
  return form;
}

bool is_rows(RowFormat format) { return format > RowFormat::json; }

bool is_exported(const RowForm& form) { return !form.columns.empty() || form.format >= RowFormat::jsonl; }

ExportOrigin origin_now(std::string archive, std::uint64_t state, std::string query) {
  return {std::move(archive), state, std::move(query), 0, date_now()};
}

ExportOrigin origin_of(const ArchiveReader& archive, std::string query) {
  const PartList& list = archive.index().list();
  return origin_now(list.archive, list.batch, std::move(query));
}

std::unique_ptr<Exporter> make_exporter(const RowForm& form, ExportOrigin origin) {
  const auto table = [&form](TableForm as) {
    as.csv.guarded = !form.raw;
    return table_exporter(form.columns.empty() ? default_columns() : form.columns, as);
  };
  switch (meant_format(form)) {
    case RowFormat::text:
    case RowFormat::json:
    case RowFormat::jsonl:
      return json_lines_exporter(form.columns);
    case RowFormat::csv:
      return table({});
    case RowFormat::csv_excel:
      return table({french_spreadsheet, true});
    case RowFormat::ris:
      return ris_exporter(std::move(origin));
    case RowFormat::csl_json:
      return csl_json_exporter(std::move(origin));
    case RowFormat::bibtex:
      return bibtex_exporter();
    case RowFormat::txm:
      return txm_exporter();
    case RowFormat::iramuteq:
      return iramuteq_exporter();
    case RowFormat::atom:
      return atom_exporter(std::move(origin));
  }
  return nullptr;
}

RowPrinter::RowPrinter(RowForm form, ExportOrigin origin) : form_(std::move(form)), origin_(std::move(origin)) {
  if (meant_format(form_) == RowFormat::txm && ::isatty(STDOUT_FILENO) == 1)
    throw Error(ErrorCode::usage, message("a zip is nothing for a terminal"),
                message("write it into a file: … --format txm > corpus.zip"));
}

void RowPrinter::begin(std::uint64_t total) {
  origin_.total = total;
  exporter_ = make_exporter(form_, origin_);
  fmt::print("{}", exporter_->begin());
}

void RowPrinter::print(const Hit& hit, std::uint64_t total) {
  if (!exporter_) begin(total);
  fmt::print("{}", exporter_->article(hit));
  ++printed_;
}

void RowPrinter::finish() {
  if (!exporter_) begin(0);
  fmt::print("{}", exporter_->end());
}

void print_rows(const std::vector<Hit>& hits, const RowForm& form, ExportOrigin origin) {
  RowPrinter printer(form, std::move(origin));
  for (const Hit& hit : hits) printer.print(hit, hits.size());
  printer.finish();
}

}  // namespace hemero
