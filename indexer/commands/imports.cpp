#include "indexer/commands/imports.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/stop_signal.h"
#include "common/store/archive_writer.h"
#include "common/store/catalogue/run_log.h"
#include "common/store/folder/archive_option.h"
#include "indexer/commands/batch_size.h"

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

/// A run in two lines: what it was, and what it did.
void print_text(const RunRecord& run) {
  std::string state;
  if (run.finished.empty()) state += "  " + message("(cut short)");
  if (run.undone_by) state += "  " + message("(undone by {})", *run.undone_by);
  fmt::print("{:>4}  {}  {}{}\n", run.id, run.started, run.command, state);
  std::string counts =
      message("{} added, {} updated, {} unchanged, {} removed", run.added, run.updated, run.unchanged, run.removed);
  for (const auto& [reason, records] : run.skipped) counts += ", " + message("skipped: {} {}", reason, records);
  fmt::print("      {}\n", counts);
}

struct Outcome {
  std::uint64_t removed = 0;
  std::uint64_t put_back = 0;
  std::uint64_t left = 0;
};

/// Takes back what a run did to single articles.
class Undo {
 public:
  Undo(ArchiveWriter& writer, sqlite::Connection& connection, std::int64_t run)
      : writer_(writer), reader_(connection), lines_(connection), reason_(fmt::format("undo {}", run)) {}

  void take(const UndoStep& step) {
    switch (step.action) {
      case UndoStep::Action::leave:
        ++outcome_.left;
        return;
      case UndoStep::Action::remove:
        writer_.remove(step.article, {reason_, step.lasting});
        ++outcome_.removed;
        break;
      case UndoStep::Action::put_back:
        put_back(step.version);
        break;
    }
    if ((outcome_.removed + outcome_.put_back) % articles_per_commit == 0) writer_.commit();
  }

  const Outcome& outcome() const { return outcome_; }

 private:
  /// The old version becomes the newest: what was printed meanwhile stays on record.
  void put_back(VersionId version) {
    auto stored = reader_.version(version);
    if (!stored) return;
    Article searched = stored->article;
    lines_.mark(searched);
    AnalyzedArticle analyzed = analyzer_.analyze(searched);
    const Hash128 hash = content_hash(stored->article);
    writer_.put(std::move(stored->article), hash, std::move(analyzed), true);
    ++outcome_.put_back;
  }

  ArchiveWriter& writer_;
  ArticleReader reader_;
  SiteLines lines_;  ///< which are stored, and not searched
  ArticleAnalyzer analyzer_;
  std::string reason_;
  Outcome outcome_;
};

int undo(const ImportsOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const std::int64_t run = *options.undo;
  require_run(options.archive, run);
  ArchiveWriter::Options writer_options;
  writer_options.create = false;
  ArchiveWriter writer(options.archive, std::move(writer_options));
  writer.begin_run(fmt::format("imports --undo {}", run), run);
  sqlite::Connection connection = open_catalogue(options.archive, sqlite::Access::read);
  const auto steps = steps_to_undo(connection, run);
  Progress progress(message("undoing"), steps.size(), ProgressUnit::articles);
  Undo undo(writer, connection, run);
  std::uint64_t done = 0;
  for (const UndoStep& step : steps) {
    if (stop_requested()) break;
    undo.take(step);
    ++done;
    progress.report(done, done);
  }
  progress.clear();
  const Outcome& outcome = undo.outcome();
  RunCounts counts;
  counts.updated = outcome.put_back;
  counts.removed = outcome.removed;
  writer.finish_run(counts);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{}\n",
             message("{} removed, {} put back, {} left because a later run changed them, in {:.1f} s", outcome.removed,
                     outcome.put_back, outcome.left, seconds.count()));
  return stop_requested() ? 130 : 0;
}

}  // namespace

Command declare(ImportsOptions& options) {
  Command command("imports", message("list the commands that changed the archive, or undo one"));
  command.example("hemero-index imports --undo 7", message("as if the run 7 had not been"));
  command.number("--undo", 1, INT64_MAX, options.undo, message("take back what this run did"));
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
