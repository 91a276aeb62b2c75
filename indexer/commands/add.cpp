#include "indexer/commands/add.h"

#include <filesystem>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/folder/archive_option.h"
#include "indexer/commands/add_target.h"
#include "indexer/commands/confirmation.h"
#include "indexer/commands/removals.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/left_out_notes.h"
#include "indexer/ingest/pipeline.h"
#include "indexer/ingest/run_report.h"
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

/// Told how many bytes of an input have been read.
using ReadProgress = std::function<void(std::uint64_t bytes)>;

/// Stores what the pipeline gives until its end, or until the first skip when the user wants to stop there.
void store_all(Pipeline& pipeline, AddTarget& target, RunReport& report, const ReadProgress& progress,
               bool stop_on_error) {
  LeftOutNotes notes;
  const auto look = [&](const auto& read) {
    report.read(read.article, read.notes);
    if (const auto told = notes.next(read.article, read.notes.left_out)) report.note(*told);
  };
  while (auto prepared = pipeline.next()) {
    if (auto* article = std::get_if<PreparedArticle>(&*prepared)) {
      look(*article);
      target.put(std::move(*article));
    } else if (const auto* skip = std::get_if<Skip>(&*prepared)) {
      report.skip(*skip);
      if (stop_on_error) break;
    } else if (const auto* removal = std::get_if<HistoricRemoval>(&*prepared)) {
      target.remove(*removal);
    } else {
      look(std::get<UnchangedArticle>(*prepared));
      target.confirm(std::get<UnchangedArticle>(std::move(*prepared)));
    }
    progress(pipeline.bytes_read());
  }
  if (const auto told = notes.finish()) report.note(*told);
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

int exit_status(const AddOptions& options, RunReport& report, bool damaged) {
  // That an article was removed says nothing against the record.
  const bool skipped = report.counts().skipped_in_all() > report.refused();
  if (stop_requested()) return 130;
  if (skipped && options.stop_on_error) return static_cast<int>(ErrorCode::bad_data);
  if (report.path_failed() || damaged || (options.strict && skipped)) return exit_partly;
  return skipped && report.articles() == 0 ? static_cast<int>(ErrorCode::bad_data) : 0;
}

/// Options that say what is done with the articles that were read.
void declare_storing(Command& command, AddOptions& options) {
  using OnError = NamedValue<bool>;
  command.word("--on-error", std::vector{OnError{"skip", false}, OnError{"stop", true}}, options.stop_on_error,
               message("skip: go on after a bad record; stop: end there"));
  command.file("--rejects", message("FILE"), options.rejects,
               message("write the records that were refused to this file, as JSON Lines"));
  command.file("--report", message("FILE"), options.report,
               message("write what was read of each file to this one, as CSV"));
  command.flag("--strict", options.strict, message("exit with status 2 when any record was skipped"));
  command.flag("--correct-dates", options.corrects_dates,
               message("the date of an update replaces the date of publication"));
  command.flag("--restore", options.restore, message("bring back articles that were removed")).only_typed();
  command.flag("--once", options.once, message("do not remember the paths"));
  command.flag("--prune", options.prune, message("without PATH: remove articles whose files are no longer there"))
      .only_typed();
  command.flag("--yes", options.yes, message("do not ask; needed where there is no terminal to ask on")).only_typed();
  command.flag("--dry-run", options.dry_run, message("read everything, store nothing")).only_typed();
  declare_work(command, options.work);
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
void read_all(const AddOptions& options, std::vector<Input> inputs, AddTarget& target, RunReport& report,
              Progress& progress) {
  std::uint64_t bytes = 0;
  for (Input& input : inputs) {
    const std::uint64_t before = report.articles();
    const FolderLines folders(input.list.files);
    Pipeline::Options pipeline_options{input.reading.input.extract, options.work.jobs, std::nullopt};
    if (!options.dry_run) pipeline_options.archive = options.archive;
    Pipeline pipeline(Source(std::move(input.list.files), input.reading.format, input.reading.input.limits,
                             input.reading.input.extract.fields),
                      folders, std::move(pipeline_options));
    const auto told = [&](std::uint64_t read) { progress.report(bytes + read, report.articles()); };
    store_all(pipeline, target, report, told, options.stop_on_error);
    bytes += input.list.bytes;
    if (!options.once && (report.articles() > before || report.counts().skipped.empty()))
      target.remember(input.reading);
    if (stop_requested()) break;
  }
}

void tell_end(const AddTarget& target) {
  const auto tell = [](const std::string& text) { fmt::print(stderr, "{}\n", text); };
  constexpr std::size_t most_named = 10;
  std::size_t named = 0;
  for (const auto& [from, to] : target.moved_files())
    if (++named <= most_named) tell(message("{} is now {}", from, to));
  if (named > most_named) tell(message("more files that have another path now: {}", named - most_named));
  if (stop_requested()) tell(message("stopped; what was read is stored, run the same command to go on"));
}

}  // namespace

int run(const AddOptions& options) {
  const CleanStop stop;
  say_at_stop(message("finishing what was read; Ctrl-C again to end at once"));
  const std::vector<PlaceFiles> places = places_to_read(options);
  std::vector<Input> inputs = inputs_of(options, places);
  std::uint64_t bytes = 0;
  for (const Input& input : inputs) bytes += input.list.bytes;
  Progress progress(message("adding"), bytes);
  RunReport report(options.rejects, options.report, progress);
  for (const PlaceFiles& files : places)
    if (!files.reachable) report.skip(not_there(files));
  bool nothing = true;
  for (const Input& input : inputs) {
    nothing = nothing && input.list.files.empty();
    for (const std::string& note : input.list.notes) report.note(note);
    for (const Skip& skip : input.list.skips) report.skip(skip);
  }
  if (nothing && report.path_failed()) {
    report.finish();
    return exit_partly;
  }
  bool damaged = false;
  {
    AddTarget target(options, MovedArticles(places), progress, report);
    read_all(options, std::move(inputs), target, report, progress);
    progress.clear();
    target.finish();
    tell_end(target);
    damaged = target.tell_damaged();
  }
  report.finish();
  if (places.empty() || stop_requested()) return exit_status(options, report, damaged);
  const bool agreed = look_after_gone(options.archive, options.prune && !options.dry_run, [&](const auto& articles) {
    return confirmed(options.yes, Destruction::remove, doomed_articles(options.archive, articles));
  });
  return agreed ? exit_status(options, report, damaged) : declined();
}

}  // namespace hemero
