#include "indexer/commands/imports.h"

#include <chrono>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/stop_signal.h"
#include "common/base/visible.h"
#include "common/store/catalogue/run_log.h"
#include "common/store/folder/archive_option.h"
#include "common/store/writing/archive_writer.h"
#include "common/text/characters/one_line.h"
#include "indexer/commands/removals.h"

namespace hemero {

namespace {

void write_optional(JsonWriter& json, std::string_view key, const std::optional<std::int64_t>& number) {
  json.key(key);
  number ? json.value(*number) : json.null();
}

void print_json(const std::vector<RunRecord>& runs) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().member("version", 1).key("runs").begin_array();
  for (const RunRecord& run : runs) {
    json.begin_object().member("id", run.id).member("command", run.command).member("started", run.started);
    json.key("finished");
    run.finished.empty() ? json.null() : json.value(run.finished);
    json.member("added", run.added).member("updated", run.updated).member("unchanged", run.unchanged);
    json.member("removed", run.removed).key("skipped").begin_object();
    for (const auto& [reason, records] : run.skipped) json.member(reason, records);
    json.end_object();
    write_optional(json, "undoes", run.undoes);
    write_optional(json, "undone_by", run.undone_by);
    json.end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", line);
}

/// A run in two lines, what it was and what it did, and the first titles that it removed.
void print_text(const RunRecord& run) {
  std::string state;
  if (run.finished.empty()) state += "  " + message("(cut short)");
  if (run.undone_by) state += "  " + message("(undone by {})", *run.undone_by);
  fmt::print("{:>4}  {}  {}{}\n", run.id, run.started, visible(run.command), state);
  std::string counts =
      message("{} added, {} updated, {} unchanged, {} removed", run.added, run.updated, run.unchanged, run.removed);
  for (const auto& [reason, records] : run.skipped)
    counts += ", " + message("skipped: {} {}", translated(reason), records);
  fmt::print("      {}\n", counts);
  for (const std::string& title : run.removed_titles) fmt::print("        {}\n", one_line(title));
  const std::int64_t others = run.removed - static_cast<std::int64_t>(run.removed_titles.size());
  if (others > 0 && !run.removed_titles.empty())
    fmt::print("        {}\n", others == 1 ? message("… and 1 more") : message("… and {} more", others));
}

int undo(const ImportsOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const std::int64_t run = *options.undo;
  const CleanStop stop;
  if (!confirmed(options.yes, Destruction::remove,
                 doomed_articles(options.archive, removed_by_undoing(options.archive, run))))
    return declined();
  ArchiveWriter writer(options.archive, {.create = false});
  Undo undo = writer.undo(run);
  Progress progress(message("undoing"), undo.steps(), ProgressUnit::articles);
  for (std::uint64_t done = 0; !stop_requested() && undo.next();) {
    ++done;
    progress.report(done, done);
  }
  progress.clear();
  undo.finish();
  const UndoCounts& outcome = undo.counts();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{}\n",
             message("{} removed, {} put back, {} left because a later run changed them, in {} s", outcome.removed,
                     outcome.put_back, outcome.left, number_text(seconds.count(), 1)));
  const int status = tell_damages(writer.damages(), 0);
  return stop_requested() ? 130 : status;
}

}  // namespace

Command declare(ImportsOptions& options) {
  Command command("imports", message("list the commands that changed the archive, or undo one"));
  command.example("hemero-index imports --undo 7", message("as if the run 7 had not been"));
  command.number("--undo", 1, INT64_MAX, options.undo, message("take back what this run did")).only_typed();
  command.flag("--yes", options.yes, message("do not ask; needed where there is no terminal to ask on")).only_typed();
  command.json_format(options.as_json);
  declare_archive(command, options.archive);
  return command;
}

int run(const ImportsOptions& options) {
  if (options.undo) return undo(options);
  const auto runs = read_runs(options.archive);
  if (options.as_json)
    print_json(runs);
  else
    for (const RunRecord& run : runs) print_text(run);
  return 0;
}

}  // namespace hemero
