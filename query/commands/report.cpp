#include "query/commands/report.h"

#include <chrono>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/dates/time_stamp.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/command/program.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/time_limit.h"
#include "query/commands/exit_status.h"
#include "query/language/typed_text.h"
#include "query/options/matching.h"
#include "query/report/report_check.h"
#include "query/report/report_json.h"
#include "query/report/report_maker.h"
#include "query/report/report_text.h"

namespace hemero {

namespace {

/// The exit status when a report's search no longer finds the same.
constexpr int exit_changed = 1;

constexpr std::size_t longest_report = std::size_t{1} << 30;  ///< in bytes: some five million articles

std::string now() {
  return to_iso(date_of(std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now())));
}

int tell_cut_short(const AskedSearch& asked) {
  tell_notices({time_notice(asked.request.deadline)});
  return exit_cut_short;
}

int print_report(const ReportOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.asked.request.deadline), ArchiveReader::Use::count);
  Searcher searcher(archive, synonyms_of(options.archive, options.asked.synonyms));
  auto report = make_report(options.asked, archive, searcher);
  if (!report) return tell_cut_short(options.asked);
  report->program = program_version();
  report->made = now();
  if (options.as_json)
    fmt::print("{}", report_json(*report));
  else
    show_text(options.display, [&](const TextStyle& style) { return report_text(*report, style); });
  return report->articles.empty() ? exit_no_hit : 0;
}

/// Why an article of a report is gone.
std::optional<std::string> removal_text(CatalogueReader& catalogue, const ReportedArticle& article) {
  const auto known = catalogue.articles().of_key(article.key);
  const auto removal = known ? catalogue.removal(*known) : std::nullopt;
  if (!removal) return std::nullopt;
  return removal->reason.empty() ? message("removed on {}", removal->removed)
                                 : message("removed on {}: {}", removal->removed, removal->reason);
}

int check_report(const ReportOptions& options) {
  const SearchReport then = read_report(read_all(*open_input(options.checked), longest_report));
  AskedSearch asked = from_address(then.request);
  asked.request.deadline = options.asked.request.deadline;
  ArchiveReader archive(options.archive, time_to_open(asked.request.deadline), use_of(asked.request));
  Searcher searcher(archive, synonyms_of(options.archive, asked.synonyms));
  auto found = find_reported(asked, archive, searcher);
  if (!found) return tell_cut_short(asked);
  SearchReport now;
  now.articles = std::move(*found);
  const ArchiveStatus status = archive.status();
  now.archive = status.uuid;
  now.analyzer = status.analyzer;
  const ReportChanges changes = compare(then, now);
  CatalogueReader catalogue(options.archive);
  const auto removal = [&](const ReportedArticle& article) { return removal_text(catalogue, article); };
  if (options.as_json)
    fmt::print("{}", changes_json(then, changes, removal));
  else
    show_text(options.display, [&](const TextStyle&) { return changes_text(then, changes, removal); });
  return changes.none() ? 0 : exit_changed;
}

}  // namespace

Command declare(ReportOptions& options) {
  Command command("report", message("report on a search, so that others can run it again"));
  command.example("hemero-query report --format json grève > report.json", message("all that was found, and how"));
  command.example("hemero-query report --check report.json", message("does the search still find the same?"));
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
  command.json_format(options.as_json);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  command.check([&options] {
    if (!options.checked.empty() && !to_address(options.asked).empty())
      throw Error(ErrorCode::usage, message("a report that is checked says by itself what it searches for"),
                  message("give --check alone"));
  });
  return command;
}

int run(const ReportOptions& options) {
  return options.checked.empty() ? print_report(options) : check_report(options);
}

}  // namespace hemero
