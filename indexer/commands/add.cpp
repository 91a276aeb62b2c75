#include "indexer/commands/add.h"

#include <filesystem>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/folder/archive_option.h"
#include "common/store/writing/archive_writer.h"
#include "indexer/commands/confirmation.h"
#include "indexer/commands/jobs_option.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/pipeline.h"
#include "indexer/ingest/publication_date.h"
#include "indexer/ingest/run_report.h"
#include "indexer/ingest/textless_files.h"
#include "indexer/places/place_files.h"
#include "indexer/places/prune.h"

namespace hemero {

namespace {

/// What is read in one way, and its files.
struct Input {
  Reading reading;
  FileList list;
};

Input input_of(Reading reading) {
  FileList list = list_files(reading.input.paths);
  return {std::move(reading), std::move(list)};
}

/// The paths of the command line, or else the places that are known and there.
std::vector<Input> inputs_of(const AddOptions& options, const std::vector<PlaceFiles>& places) {
  std::vector<Input> inputs;
  if (!options.input.paths.empty()) inputs.push_back(input_of({options.input, options.format}));
  for (const PlaceFiles& files : places)
    if (files.reachable && std::filesystem::exists(files.place.path))
      inputs.push_back(input_of(reading_of(files.place)));
  return inputs;
}

std::vector<PlaceFiles> places_to_read(const AddOptions& options) {
  if (!options.input.paths.empty()) return {};
  auto places = look_at_places(options.archive);
  if (places.empty())
    throw Error(ErrorCode::usage, message("no place is known that could be read again"),
                message("name files or folders: “hemero-index add PATH…” remembers them"));
  return places;
}

std::string command_of(const AddOptions& options) {
  return options.input.paths.empty() ? "add" : fmt::format("add {}", fmt::join(options.input.paths, " "));
}

/// The run that stores articles, and the archive that it is a run of.
struct OpenRun {
  OpenRun(const AddOptions& options, Progress& progress)
      : writer(options.archive,
               {.jobs = options.jobs,
                .on_indexed = [&progress](std::uint64_t done, std::uint64_t) { progress.report(0, done); }}),
        run(writer.begin(command_of(options), place_path(""))) {}

  ArchiveWriter writer;
  Run run;
};

/// Where prepared articles go: an archive, or with --dry-run nowhere.
class Target {
 public:
  /// `moved` are articles whose files are gone: where their content stands now is their new place.
  Target(const AddOptions& options, MovedArticles moved, Progress& progress)
      : moved_(std::move(moved)), restores_(options.restore), corrects_dates_(options.corrects_dates) {
    if (!options.dry_run) archive_.emplace(options, progress);
  }

  PutOutcome put(PreparedArticle prepared) {
    if (!archive_) return PutOutcome::added;
    if (prepared.placed && move(prepared.article, prepared.hash, prepared.article.key)) return PutOutcome::unchanged;
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
      if (archive_ && !unchanged.exported) move(unchanged.article, unchanged.hash, "", key);
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

  /// Files and folders that were read are read again by the next `add` without a path; what came through a pipe is not.
  void remember(const Reading& reading) {
    std::error_code ignored;
    for (const std::string& path : reading.input.paths)
      if (archive_ && (std::filesystem::is_regular_file(path, ignored) || std::filesystem::is_directory(path, ignored)))
        archive_->run.remember(place_path(path), option_texts(reading));
  }

  /// Old and new path of each file that was moved.
  const std::map<std::string, std::string>& moved_files() const { return moved_files_; }

  void finish(const RunCounts& counts) {
    if (archive_) archive_->run.finish(counts);
  }

 private:
  /// Gives an article that was read from a file that is gone its new path, and `place` as its key when it has but one;
  /// false when there is none with this content. `key` is that of the one that is meant, where it is known.
  bool move(const Article& article, const Hash128& hash, const std::string& place,
            const std::optional<std::string>& key = {}) {
    const auto moved = moved_.take(hash, key);
    if (!moved) return false;
    const std::string path = place_path(article.path);
    archive_->run.move(*moved, place, path);
    moved_files_.emplace(moved->file.string(), path);
    return true;
  }

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
  MovedArticles moved_;
  std::map<std::string, std::string> moved_files_;
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

/// Told how many bytes of an input have been read.
using ReadProgress = std::function<void(std::uint64_t bytes)>;

/// Stores what the pipeline gives until its end, or until the first skip when the user wants to stop there.
void store_all(Pipeline& pipeline, Target& target, RunReport& report, const ReadProgress& progress,
               bool stop_on_error) {
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
    progress(pipeline.bytes_read());
  }
  if (const auto told = textless.finish()) report.note(*told);
}

/// A place that cannot be read again.
Skip not_there(const PlaceFiles& files) {
  return {reason::unreadable,
          message("{} is not there, its articles stay ({}); “hemero-index places --forget” forgets it",
                  files.place.path, files.articles),
          files.place.path,
          0,
          0,
          {},
          true};
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
  command.flag("--restore", options.restore, message("bring back articles that were removed")).only_typed();
  command.flag("--once", options.once, message("do not remember the paths"));
  command.flag("--prune", options.prune, message("without PATH: remove articles whose files are no longer there"))
      .only_typed();
  command.flag("--yes", options.yes, message("do not ask; needed where there is no terminal to ask on")).only_typed();
  command.flag("--dry-run", options.dry_run, message("read everything, store nothing")).only_typed();
  declare_jobs(command, options.jobs);
}

}  // namespace

Command declare(AddOptions& options) {
  Command command("add", message("add articles, or new versions of them, to the archive"));
  command.example("hemero-index add articles/", message("every file below a folder in a format that is read"));
  command.example("hemero-index add -a news 2021.jsonl.zst", message("into the archive “news”"));
  command.example("zcat dump.gz | hemero-index add -", message("from another program"));
  command.example("hemero-index add --map text=papier x.jsonl", message("the text is under the key “papier”"));
  command.example("hemero-index add", message("all of that again: what is new, changed, moved or gone"));
  declare_paths(command, options.input).help +=
      "; " + message("without one what was added before is read again, as it was then");
  command.heading(message("How it is read"));
  declare_format(command, options.format);
  declare_input(command, options.input);
  command.heading(message("What becomes of it"));
  declare_storing(command, options);
  declare_archive(command, options.archive);
  command.check([&options] {
    if (options.prune && !options.input.paths.empty())
      throw Error(ErrorCode::usage, message("--prune is about all known places: it goes without PATH"));
  });
  return command;
}

namespace {

/// Reads all inputs into the target, and remembers what was read.
void read_all(const AddOptions& options, std::vector<Input> inputs, Target& target, RunReport& report,
              Progress& progress) {
  std::uint64_t bytes = 0;
  for (Input& input : inputs) {
    const std::uint64_t before = report.articles();
    const FolderLines folders(input.list.files);
    Pipeline::Options pipeline_options{input.reading.input.extract, options.jobs, std::nullopt};
    if (!options.dry_run) pipeline_options.archive = options.archive;
    Pipeline pipeline(Source(std::move(input.list.files), input.reading.format, input.reading.input.limits), folders,
                      std::move(pipeline_options));
    const auto told = [&](std::uint64_t read) { progress.report(bytes + read, report.articles()); };
    store_all(pipeline, target, report, told, options.stop_on_error);
    bytes += input.list.bytes;
    if (!options.once && (report.articles() > before || report.counts().skipped.empty()))
      target.remember(input.reading);
    if (stop_requested()) break;
  }
}

void tell_end(const Target& target, RunReport& report) {
  const auto tell = [](const std::string& text) { fmt::print(stderr, "{}\n", text); };
  constexpr std::size_t most_named = 10;
  std::size_t named = 0;
  for (const auto& [from, to] : target.moved_files())
    if (++named <= most_named) tell(message("{} is now {}", from, to));
  if (named > most_named) tell(message("more files that have another path now: {}", named - most_named));
  if (stop_requested()) tell(message("stopped; what was read is stored, run the same command to go on"));
  if (report.counts().removed > 0) tell(message("{} articles removed, as the export says", report.counts().removed));
  if (report.refused() > 0)
    tell(message("{} articles were removed and stay so; --restore brings them back", report.refused()));
}

}  // namespace

int run(const AddOptions& options) {
  const std::vector<PlaceFiles> places = places_to_read(options);
  std::vector<Input> inputs = inputs_of(options, places);
  std::uint64_t bytes = 0;
  for (const Input& input : inputs) bytes += input.list.bytes;
  Progress progress(message("adding"), bytes);
  RunReport report(options.rejects, progress);
  for (const PlaceFiles& files : places)
    if (!files.reachable) report.skip(not_there(files));
  bool nothing = true;
  for (const Input& input : inputs) {
    nothing = nothing && input.list.files.empty();
    for (const Skip& skip : input.list.skips) report.skip(skip);
  }
  if (nothing && report.path_failed()) {
    report.finish();
    return 2;
  }
  {
    Target target(options, MovedArticles(places), progress);
    read_all(options, std::move(inputs), target, report, progress);
    progress.clear();
    target.finish(report.counts());
    tell_end(target, report);
  }
  report.finish();
  if (places.empty() || stop_requested()) return exit_status(options, report);
  const bool agreed = look_after_gone(options.archive, options.prune && !options.dry_run, [&](std::uint64_t articles) {
    return confirmed(options.yes, Destruction::remove, articles);
  });
  return agreed ? exit_status(options, report) : declined();
}

}  // namespace hemero
