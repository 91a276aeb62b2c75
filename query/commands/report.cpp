#include "query/commands/report.h"

#include <cstdio>
#include <filesystem>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/dates/time_stamp.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/command/program.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/folder/archive_option.h"
#include "common/store/folder/durable_file.h"
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

int tell_cut_short(const AskedSearch& asked) {
  tell_notices({time_notice(asked.request.deadline)});
  return exit_cut_short;
}

std::optional<SearchReport> report_now(const AskedSearch& asked, const ArchiveFolder& folder) {
  ArchiveReader archive(folder, time_to_open(asked.request.deadline), ArchiveReader::Use::count);
  Searcher searcher(archive, synonyms_of(folder, asked.synonyms));
  auto report = make_report(asked, archive, searcher);
  if (!report) return report;
  report->program = program_version();
  report->made = to_iso(date_now());
  return report;
}

int print_report(const ReportOptions& options) {
  const auto report = report_now(options.asked, options.archive);
  if (!report) return tell_cut_short(options.asked);
  if (options.as_json)
    fmt::print("{}", report_json(*report));
  else
    show_text(options.display, [&](const TextStyle& style) { return report_text(*report, style); });
  return report->articles.empty() ? exit_no_hit : 0;
}

/// Tells what the catalogue knows of articles that a report and what is found now do not share.
class Notes {
 public:
  Notes(const ArchiveFolder& archive, const SearchReport& then) : catalogue_(archive), then_(then) {}

  ArticleNote operator()(const ReportedArticle& article) {
    const auto known = catalogue_.articles().of_key(article.key);
    if (!known) return {};
    const auto stored = catalogue_.articles().article(*known);
    return {stored ? stored->article.title : title_before(article), note(*known, article)};
  }

 private:
  /// Of the version that was found then, where this is the archive of the report.
  std::string title_before(const ReportedArticle& article) {
    const auto before = catalogue_.articles().version(article.version);
    return before && before->article.key == article.key ? before->article.title : std::string();
  }

  std::string note(ArticleId id, const ReportedArticle& article) {
    if (const auto removal = catalogue_.removal(id))
      return removal->reason.empty() ? message("removed on {}", removal->removed)
                                     : message("removed on {}: {}", removal->removed, removal->reason);
    const std::vector<StoredVersion> versions = catalogue_.versions(id);
    const bool was_there = versions.size() > 1 && versions.front().stored < then_.made;
    return was_there && article.version == versions.back().id ? message("updated") : std::string();
  }

  CatalogueReader catalogue_;
  const SearchReport& then_;
};

/// Replaces the file of a report, once what has changed is printed.
void update(const std::string& file, const SearchReport& report) {
  if (std::fflush(stdout) != 0) return;                                // which the program tells at its end
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
  AskedSearch asked = from_address(then.request);
  asked.request.deadline = options.asked.request.deadline;
  const auto report = report_now(asked, options.archive);
  if (!report) return tell_cut_short(asked);
  const ReportChanges changes = compare(then, *report);
  if (options.update) require_same_archive(changes);
  Notes notes(options.archive, then);
  const NoteOf note_of = [&](const ReportedArticle& article) { return notes(article); };
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
