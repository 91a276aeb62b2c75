#include "indexer/commands/add.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/folder/archive_option.h"
#include "common/store/writing/archive_writer.h"
#include "indexer/commands/jobs_option.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/pipeline.h"
#include "indexer/ingest/publication_date.h"
#include "indexer/ingest/run_report.h"
#include "indexer/ingest/textless_files.h"

namespace hemero {

namespace {

/// The run that stores articles, and the archive that it is a run of.
struct OpenRun {
  OpenRun(const AddOptions& options, Progress& progress)
      : writer(options.archive,
               {.jobs = options.jobs,
                .on_indexed = [&progress](std::uint64_t done, std::uint64_t) { progress.report(0, done); }}),
        run(writer.begin(fmt::format("add {}", fmt::join(options.input.paths, " ")))) {}

  ArchiveWriter writer;
  Run run;
};

/// Where prepared articles go: an archive, or with --dry-run nowhere.
class Target {
 public:
  Target(const AddOptions& options, Progress& progress)
      : restores_(options.restore), corrects_dates_(options.corrects_dates) {
    if (!options.dry_run) archive_.emplace(options, progress);
  }

  PutOutcome put(PreparedArticle prepared) {
    if (!archive_) return PutOutcome::added;
    if (prepared.placed && !find_key(prepared)) return PutOutcome::refused;
    if (!prepared.exported && !corrects_dates_) keep_date(prepared);
    const PutOutcome outcome = archive_->run.put(std::move(prepared.article), prepared.hash,
                                                 std::move(prepared.analyzed), restores_ || prepared.restored);
    const bool stored = outcome == PutOutcome::added || outcome == PutOutcome::updated;
    if (stored && ++in_batch_ % articles_per_commit == 0) archive_->run.commit();
    return outcome;
  }

  /// An article that was stored already is put again when this run has replaced it since: the last record wins.
  PutOutcome confirm(UnchangedArticle unchanged) {
    const std::string& key = unchanged.placed ? unchanged.placed->key : unchanged.article.key;
    if (unchanged.exported || !archive_ || !archive_->run.replaced_in_run(key)) {
      if (archive_ && unchanged.placed) archive_->run.claim(unchanged.placed->article);
      return PutOutcome::unchanged;
    }
    PreparedArticle prepared{std::move(unchanged.article), unchanged.hash, {}};
    prepared.placed = unchanged.placed.has_value();
    prepared.analyzed = analyzer_.analyze(prepared.article);
    return put(std::move(prepared));
  }

  /// A removal out of an export is done again when it finds the article as it was.
  bool remove(const HistoricRemoval& removal) {
    return archive_ && archive_->run.remove_version(removal.key, removal.number, {removal.reason, removal.lasting});
  }

  void finish(const RunCounts& counts) {
    if (archive_) archive_->run.finish(counts);
  }

 private:
  /// Gives an article that has but a place its key; false when its content was purged.
  bool find_key(PreparedArticle& prepared) {
    auto key = archive_->run.key_of_placed(prepared.article, prepared.hash, prepared.analyzed, restores_);
    if (key) prepared.article.key = std::move(*key);
    return key.has_value();
  }

  /// What is known of the date of publication stays.
  void keep_date(PreparedArticle& prepared) {
    const auto known = archive_->run.current(prepared.article.key);
    if (!known || !known->article.date || known->article.date == prepared.article.date) return;
    keep_publication_date(prepared.article, {*known->article.date, known->article.date_text});
    prepared.hash = content_hash(prepared.article);
  }

  std::optional<OpenRun> archive_;
  ArticleAnalyzer analyzer_;
  std::uint64_t in_batch_ = 0;
  bool restores_;
  bool corrects_dates_;
};

void count(RunCounts& counts, PutOutcome outcome) {
  switch (outcome) {
    case PutOutcome::added:
      ++counts.added;
      break;
    case PutOutcome::updated:
      ++counts.updated;
      break;
    case PutOutcome::unchanged:
      ++counts.unchanged;
      break;
    case PutOutcome::refused:
      ++counts.skipped[reason::removed];
      break;
  }
}

/// Stores what the pipeline gives until its end, or until the first skip when the user wants to stop there.
void store_all(Pipeline& pipeline, Target& target, RunReport& report, Progress& progress, bool stop_on_error) {
  TextlessFiles textless;
  const auto look = [&](const auto& read) {
    if (const auto told = textless.next(read.article, read.left_out)) report.note(*told);
  };
  while (auto prepared = pipeline.next()) {
    if (auto* article = std::get_if<PreparedArticle>(&*prepared)) {
      look(*article);
      count(report.counts(), target.put(std::move(*article)));
    } else if (const auto* skip = std::get_if<Skip>(&*prepared)) {
      report.skip(*skip);
      if (stop_on_error) break;
    } else if (const auto* removal = std::get_if<HistoricRemoval>(&*prepared)) {
      ++(target.remove(*removal) ? report.counts().removed : report.counts().unchanged);
    } else {
      look(std::get<UnchangedArticle>(*prepared));
      count(report.counts(), target.confirm(std::get<UnchangedArticle>(std::move(*prepared))));
    }
    progress.report(pipeline.bytes_read(), report.articles());
  }
  if (const auto told = textless.finish()) report.note(*told);
}

int exit_status(const AddOptions& options, RunReport& report) {
  // That an article was removed says nothing against the record.
  const bool skipped = report.counts().skipped_in_all() > report.refused();
  if (stop_requested()) return 130;
  if (skipped && options.stop_on_error) return static_cast<int>(ErrorCode::bad_data);
  if (report.path_failed() || (options.strict && skipped)) return 2;
  return skipped && report.articles() == 0 ? static_cast<int>(ErrorCode::bad_data) : 0;
}

/// Options that say what is done with the articles that were read.
void declare_storing(Command& command, AddOptions& options) {
  using OnError = NamedValue<bool>;
  command.word("--on-error", std::vector{OnError{"skip", false}, OnError{"stop", true}}, options.stop_on_error,
               message("skip: go on after a bad record; stop: end there"));
  command.file("--rejects", message("FILE"), options.rejects,
               message("write the records that were refused to this file, as JSON Lines"));
  command.flag("--strict", options.strict, message("exit with status 2 when any record was skipped"));
  command.flag("--correct-dates", options.corrects_dates,
               message("the date of an update replaces the date of publication"));
  command.flag("--restore", options.restore, message("bring back articles that were removed"));
  command.flag("--dry-run", options.dry_run, message("read everything, store nothing"));
  declare_jobs(command, options.jobs);
}

}  // namespace

Command declare(AddOptions& options) {
  Command command("add", message("add articles, or new versions of them, to the archive"));
  command.example("hemero-index add articles/", message("every file below a folder in a format that is read"));
  command.example("hemero-index add -a news 2021.jsonl.zst", message("into the archive “news”"));
  command.example("zcat dump.gz | hemero-index add -", message("from another program"));
  command.example("hemero-index add --map text=papier x.jsonl", message("the text is under the key “papier”"));
  command.heading(message("How it is read"));
  declare_format(command, options.format);
  declare_input(command, options.input);
  command.heading(message("What becomes of it"));
  declare_storing(command, options);
  declare_archive(command, options.archive);
  return command;
}

int run(const AddOptions& options) {
  FileList list = list_files(options.input.paths);
  Progress progress(message("adding"), list.bytes);
  RunReport report(options.rejects, progress);
  for (const Skip& skip : list.skips) report.skip(skip);
  if (list.files.empty() && report.path_failed()) {
    report.finish();
    return 2;
  }
  const FolderLines folders(list.files);
  Target target(options, progress);
  Pipeline::Options pipeline_options{options.input.extract, options.jobs, std::nullopt};
  if (!options.dry_run) pipeline_options.archive = options.archive;
  {
    Pipeline pipeline(Source(std::move(list.files), options.format, options.input.limits), folders,
                      std::move(pipeline_options));
    store_all(pipeline, target, report, progress, options.stop_on_error);
  }
  progress.clear();
  target.finish(report.counts());
  if (stop_requested())
    fmt::print(stderr, "{}\n", message("stopped; what was read is stored, run the same command to go on"));
  if (report.counts().removed > 0)
    fmt::print(stderr, "{}\n", message("{} articles removed, as the export says", report.counts().removed));
  if (report.refused() > 0)
    fmt::print(stderr, "{}\n",
               message("{} articles were removed and stay so; --restore brings them back", report.refused()));
  report.finish();
  return exit_status(options, report);
}

}  // namespace hemero
