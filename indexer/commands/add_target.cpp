#include "indexer/commands/add_target.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "common/base/hash.h"
#include "common/store/catalogue/place.h"
#include "indexer/ingest/publication_date.h"

namespace hemero {

namespace {

/// Articles that may be edits, of one file: with more of them, the rest of the file is not waited for.
constexpr std::size_t most_held = 1000;

std::string command_of(const AddOptions& options) {
  return options.input.paths.empty() ? "add" : fmt::format("add {}", fmt::join(options.input.paths, " "));
}

WriterOptions writer_options(const AddOptions& options, Progress& progress) {
  WriterOptions writer_options;
  options.work.apply(writer_options);
  writer_options.on_indexed = [&progress](std::uint64_t done, std::uint64_t) { progress.report(0, done); };
  return writer_options;
}

}  // namespace

AddTarget::OpenRun::OpenRun(const AddOptions& options, Progress& progress)
    : writer(options.archive, writer_options(options, progress)),
      run(writer.begin(command_of(options), place_path(""))) {}

AddTarget::AddTarget(const AddOptions& options, MovedArticles moved, Progress& progress, RunReport& report)
    : report_(report),
      identity_{.restores = options.restore, .corrects_dates = options.corrects_dates},
      moved_(std::move(moved)) {
  if (!options.dry_run) archive_.emplace(options, progress);
}

void AddTarget::put(PreparedArticle prepared) {
  if (!archive_) return report_.count(PutOutcome::added);
  begin_file(prepared.article.path);
  if (!prepared.placed) return store(std::move(prepared), {});
  if (move(prepared.article, prepared.hash, prepared.article.key)) return report_.count(PutOutcome::unchanged);
  Identity identity = identify(prepared);
  if (identity.kind == Identity::Kind::edited) {
    held_.push_back(std::move(prepared));
    if (held_.size() == most_held) settle();
  } else {
    settle(std::move(prepared), std::move(identity));
  }
}

void AddTarget::confirm(UnchangedArticle unchanged) {
  if (!archive_) return report_.count(PutOutcome::unchanged);
  begin_file(unchanged.article.path);
  const std::string& key = unchanged.placed ? unchanged.placed->key : unchanged.article.key;
  if (unchanged.exported || !archive_->run.replaced_in_run(key)) {
    if (unchanged.placed) archive_->run.claim(unchanged.placed->article);
    const std::string place = unchanged.placed ? unchanged.article.key : "";
    if (unchanged.exported || move(unchanged.article, unchanged.hash, place, key))
      return report_.count(PutOutcome::unchanged);
    return count_unchanged(key, unchanged.placed ? unchanged.article.key : key);
  }
  PreparedArticle prepared{std::move(unchanged.article), unchanged.hash, {}};
  prepared.placed = unchanged.placed.has_value();
  prepared.analyzed = analyzer_.analyze(prepared.article);
  put(std::move(prepared));
}

void AddTarget::remove(const HistoricRemoval& removal) {
  const bool removed =
      archive_ && archive_->run.remove_version(removal.key, removal.number, {removal.reason, removal.lasting});
  ++(removed ? report_.counts().removed : report_.counts().unchanged);
}

void AddTarget::remember(const Reading& reading) {
  std::error_code ignored;
  for (const std::string& path : reading.input.paths)
    if (archive_ && (std::filesystem::is_regular_file(path, ignored) || std::filesystem::is_directory(path, ignored)))
      archive_->run.remember(place_path(path), option_texts(reading));
}

void AddTarget::finish() {
  settle();
  if (archive_) archive_->run.finish(report_.counts());
}

/// Gives an article that was read from a file that is gone its new path, and `place` as its key when it has but one;
/// false when there is none with this content. `key` is that of the one that is meant, where it is known.
bool AddTarget::move(const Article& article, const Hash128& hash, const std::string& place,
                     const std::optional<std::string>& key) {
  const auto moved = moved_.take(hash, key);
  if (!moved) return false;
  const std::string path = place_path(article.path);
  archive_->run.move(*moved, place, path);
  moved_files_.emplace(moved->file.string(), path);
  return true;
}

Identity AddTarget::identify(const PreparedArticle& prepared) {
  return archive_->run.identify(prepared.article, prepared.hash, prepared.analyzed, identity_);
}

void AddTarget::begin_file(const std::string& path) {
  if (path == path_) return;
  settle();
  path_ = path;
}

/// All articles of the file have come: what still stands as it was is edited by none of them.
void AddTarget::settle() {
  for (PreparedArticle& prepared : std::exchange(held_, {})) {
    Identity identity = identify(prepared);
    settle(std::move(prepared), std::move(identity));
  }
}

/// Gives an article that has but a place its key.
void AddTarget::settle(PreparedArticle prepared, Identity identity) {
  if (identity.kind == Identity::Kind::erased) return report_.count(PutOutcome::refused);
  if (identity.kind == Identity::Kind::edited) archive_->run.claim(identity.article);
  const std::string place = std::exchange(prepared.article.key, std::move(identity.key));
  store(std::move(prepared), place);
}

/// What is known of the date of publication stays, unless it is that of another text.
void AddTarget::keep_date(PreparedArticle& prepared) {
  const auto known = archive_->run.current(prepared.article.key);
  if (!known || !known->article.date || known->article.date == prepared.article.date) return;
  if (prepared.placed && archive_->run.has_date_of_another(known->id)) return report_.count_redated();
  Article dated = prepared.article;
  keep_publication_date(dated, {*known->article.date, known->article.date_text});
  const Hash128 hash = content_hash(dated);
  if (!known->sound && hash != known->content) return;  // what is damaged may be the date
  prepared.article = std::move(dated);
  prepared.hash = hash;
}

/// `place` is what an article has that names neither id nor address.
void AddTarget::store(PreparedArticle prepared, const std::string& place) {
  if (!prepared.exported && !identity_.corrects_dates) keep_date(prepared);
  const std::string key = prepared.article.key;
  const bool insists = identity_.restores || prepared.restored;
  const bool exported = prepared.exported;
  const PutOutcome outcome =
      archive_->run.put(std::move(prepared.article), prepared.hash, std::move(prepared.analyzed), insists);
  if (outcome == PutOutcome::unchanged && !exported) return count_unchanged(key, place.empty() ? key : place);
  met_.insert(hash64(key));
  report_.count(outcome);
  const bool stored = outcome == PutOutcome::added || outcome == PutOutcome::updated;
  if (stored && ++in_batch_ % articles_per_commit == 0) archive_->run.commit();
}

/// `place` is where the record was read, or the key when it has a better one.
void AddTarget::count_unchanged(const std::string& key, const std::string& place) {
  report_.count(PutOutcome::unchanged);
  if (file_of_place(key) != file_of_place(place)) return report_.count_elsewhere();
  if (!met_.insert(hash64(key)).second) report_.count_repeated();
}

}  // namespace hemero
