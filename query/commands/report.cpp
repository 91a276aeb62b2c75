#include "query/commands/report.h"

#include <filesystem>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/command/program.h"
#include "common/store/folder/archive_option.h"
#include "common/store/folder/durable_file.h"
#include "query/answer/time_limit.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/report/report_check.h"
#include "query/report/report_json.h"
#include "query/report/report_maker.h"
#include "query/report/report_notes.h"
#include "query/report/report_text.h"

namespace hemero {

namespace {

/// The exit status when a report's search no longer finds the same.
constexpr int exit_changed = 1;

constexpr std::size_t longest_report = std::size_t{1} << 30;  ///< in bytes: some five million articles

std::optional<SearchReport> report_now(const AskedSearch& asked, const ArchiveFolder& folder) {
  ArchiveReader archive(folder, time_to_open(asked.request.deadline), ArchiveReader::Use::count);
  Searcher searcher(archive, synonyms_of(folder, asked.synonyms));
  return make_report(asked, archive, searcher);
}

int print_report(const ReportOptions& options) {
  const auto report = report_now(options.asked, options.archive);
  if (!report) return tell_cut_short(options.asked.request);
  if (options.as_json)
    fmt::print("{}", report_json(*report));
  else
    show_text(options.display, [&](const TextStyle& style) { return report_text(*report, style); });
  return report->articles.empty() ? exit_no_hit : 0;
}

/// Replaces the file of a report, once what has changed is printed.
void update(const std::string& file, const SearchReport& report) {
  if (flush_output() != 0) return;
  const std::filesystem::path old = std::filesystem::canonical(file);  // not the link to it
  std::filesystem::path fresh = old;
  fresh += ".new";
  write_durably(fresh, report_json(report));
  replace_file(fresh, old);
}

/// Throws Error where a report is not to be replaced: what has changed would be told of all its articles, once.
void require_same_archive(const ReportChanges& changes) {
  if (!changes.other_archive) return;
  throw Error(ErrorCode::usage, message("The archive is another one than that of the report."),
              message("--check without --update compares them; “hemero-query report” makes a report of this one"));
}

int check_report(const ReportOptions& options) {
  const SearchReport then = read_report(read_all(*open_input(options.checked), longest_report));
  AskedSearch asked = options.asked;
  read_address(then.request, asked);
  const auto report = report_now(asked, options.archive);
  if (!report) return tell_cut_short(asked.request);
  const ReportChanges changes = compare(then, *report);
  if (options.update) require_same_archive(changes);
  CatalogueReader catalogue(options.archive);
  const NoteOf note_of = notes_since(then, catalogue);
  if (options.as_json)
    fmt::print("{}", changes_json(then, changes, note_of));
  else
    show_text(options.display, [&](const TextStyle&) { return changes_text(then, changes, note_of); });
  if (options.update) update(options.checked, *report);
  return changes.none() ? 0 : exit_changed;
}

}  // namespace

Command declare(ReportOptions& options) {
  Command command("report", message("report on a search, so that others can run it again"));
  command.example("hemero-query report --format json grève > report.json", message("all that was found, and how"));
  command.example("hemero-query report --check report.json", message("does the search still find the same?"));
  command.example("hemero-query report --check report.json --update", message("what is new since the last time"));
  SearchRequest& request = options.asked.request;
  command.query(message("QUERY"), request.text, message("as for search; without words, every article")).required =
      false;
  command.heading(message("Which articles"));
  declare_matching(command, request, options.asked.synonyms);
  declare_restrictions(command, request);
  command.heading(message("What is printed"));
  command
      .file("--check", message("FILE"), options.checked, message("run the search of this report again, which is JSON"))
      .only_typed();
  command.flag("--update", options.update, message("then make the report anew, so that each change is told once"))
      .needs("--check")
      .only_typed();
  command.json_format(options.as_json);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  command.check([&options] {
    if (!options.checked.empty() && !to_address(options.asked).empty())
      throw Error(ErrorCode::usage, message("a report that is checked says by itself what it searches for"),
                  message("give --check alone"));
    if (options.update && options.checked == "-")
      throw Error(ErrorCode::usage, message("--update replaces a file: the standard input is none"));
  });
  return command;
}

int run(const ReportOptions& options) {
  return options.checked.empty() ? print_report(options) : check_report(options);
}

}  // namespace hemero
