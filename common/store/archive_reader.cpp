#include "common/store/archive_reader.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/eraser.h"
#include "common/store/catalogue/run_log.h"
#include "common/store/catalogue/source_names.h"
#include "common/store/folder/archive_lock.h"
#include "common/store/folder/batches.h"
#include "common/store/folder/folder_state.h"
#include "common/store/index/index_fit.h"

namespace hemero {

namespace {

/// What is missing of an archive is said in the order in which it is made: the catalogue, its articles, the index.
IndexFolder index_of(const ArchiveFolder& folder) {
  require_archive(folder);
  IndexFolder index(folder.index());
  if (index.has_index()) return index;
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  const std::string name = folder.path.string();
  if (last_batch(connection) == 0)
    throw Error(ErrorCode::no_archive, message("the archive in {} was never finished", name),
                message("run “hemero-index add” on it"));
  throw Error(ErrorCode::bad_data, message("the articles of the archive in {} have no index yet", name),
              message("run “hemero-index rebuild”"));
}

/// Why an archive cannot be read, while a writer is at work on what is missing.
Error while_written(const ArchiveFolder& folder, const Error& error) {
  const std::string name = folder.path.string();
  if (!IndexFolder(folder.index()).has_index())
    return Error(ErrorCode::locked, message("the archive in {} is being made", name),
                 message("what is added can be searched when the program that adds it has finished"));
  if (error.code() != ErrorCode::other_version) return error;
  return Error(ErrorCode::locked, message("the archive in {} is being rebuilt", name),
               message("try again when it has finished"));
}

Error over_while_opened(const ArchiveFolder& folder) {
  return {ErrorCode::locked,
          message("the archive in {} cannot be opened in the time that is given", folder.path.string()),
          message("--deadline 0 takes as long as it needs")};
}

std::int64_t integer(sqlite::Connection& connection, std::string_view sql) {
  sqlite::Statement statement = connection.prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string text(sqlite::Connection& connection, std::string_view sql) {
  sqlite::Statement statement = connection.prepare(sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

/// The date of the first or the last published article; empty when none has one.
std::string border_date(sqlite::Connection& connection, std::string_view order) {
  return text(connection, fmt::format("SELECT date FROM version WHERE date IS NOT NULL AND "
                                      "EXISTS (SELECT 1 FROM article WHERE version_id = version.id) "
                                      "ORDER BY date {} LIMIT 1",
                                      order));
}

}  // namespace

/// What is open. Its members are opened one after the other: a writer may publish in between.
struct ArchiveReader::State {
  State(const ArchiveFolder& folder, const Deadline& opening, Use use)
      : index(index_of(folder)),
        connection(open_catalogue(folder, sqlite::Access::read, {}, opening)),
        snapshot(connection, sqlite::Transaction::Kind::read),
        uuid(read_setting(connection, "uuid")),
        streams(TokenStreamReader(stream_files(index.list(), folder.index())),
                [this](VersionId version) { articles.note_damaged_words(version); }),
        vocabulary(connection),
        lines(connection),
        articles(connection, damages, &lines) {
    require_fit(index.list(), IndexFolder(folder.index()), connection);  // it was opened first
    if (use == Use::count) columns.emplace(IndexFolder(folder.index()), index.list());
  }

  IndexReader index;
  sqlite::Connection connection;
  sqlite::Transaction snapshot;  ///< begins with the first read, that of the uuid
  std::string uuid;
  SoundStreams streams;
  std::optional<ArchiveColumns> columns;
  Vocabulary vocabulary;
  SiteLines lines;
  Damages damages;
  ArticleReader articles;
};

ArchiveReader::ArchiveReader(const ArchiveFolder& folder, Deadline::Clock::duration time, Use use) : folder_(folder) {
  const Deadline opening(time);
  constexpr int most_tries = 20;  // a writer publishes once a run
  for (int tries = 1; !state_; ++tries) {
    const std::string published = IndexFolder(folder.index()).state();
    try {
      state_ = std::make_unique<State>(folder, opening, use);
    } catch (const IndexChanged&) {
      if (tries == most_tries)
        throw Error(ErrorCode::locked, message("another program changes the archive faster than it can be opened"),
                    message("try again when it has finished"));
    } catch (const Error& error) {
      if (opening.was_over()) throw over_while_opened(folder);
      if (tries < most_tries && IndexFolder(folder.index()).state() != published) continue;
      if (is_written(folder)) throw while_written(folder, error);
      throw;
    }
  }
  if (opening.was_over()) throw over_while_opened(folder);
  obey(Deadline::never());
}

ArchiveReader::~ArchiveReader() = default;
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;

const IndexReader& ArchiveReader::index() const { return state_->index; }
const SoundStreams& ArchiveReader::streams() const { return state_->streams; }
const ArchiveColumns& ArchiveReader::columns() const { return *state_->columns; }
Vocabulary& ArchiveReader::vocabulary() { return state_->vocabulary; }
ArticleReader& ArchiveReader::articles() { return state_->articles; }
const Damages& ArchiveReader::damages() const { return state_->damages; }

const Deadline& ArchiveReader::obey(const Deadline& deadline) { return state_->connection.obey(deadline); }

void ArchiveReader::give_back() {
  state_->streams.give_back();
  state_->connection.give_back();
}

std::uint64_t ArchiveReader::last_batch() { return hemero::last_batch(state_->connection); }

std::vector<StoredVersion> ArchiveReader::versions(ArticleId article) {
  return list_versions(state_->connection, article);
}

std::optional<StoredRemoval> ArchiveReader::removal(ArticleId article) {
  return find_removal(state_->connection, article);
}

std::vector<std::string> ArchiveReader::source_names() { return hemero::source_names(state_->connection); }

std::vector<VersionId> ArchiveReader::versions_of_keys(const std::vector<std::string>& keys) {
  std::vector<VersionId> versions;
  auto current = state_->connection.prepare("SELECT version_id FROM article WHERE key = ?1 AND version_id IS NOT NULL");
  for (const std::string& key : keys)
    current.with(key).for_first([&](const sqlite::Statement& row) { versions.push_back(row.id<VersionId>(0)); });
  return versions;
}

ArchiveStatus ArchiveReader::status() {
  ArchiveStatus status;
  status.uuid = state_->uuid;
  status.created = read_setting(state_->connection, "created");
  status.analyzer = state_->index.list().analyzer;
  static_cast<Totals&>(status) = read_totals(state_->connection);
  status.sources = integer(state_->connection, "SELECT count(*) FROM source");
  status.first_date = border_date(state_->connection, "ASC");
  status.last_date = border_date(state_->connection, "DESC");
  status.runs = integer(state_->connection, "SELECT count(*) FROM run");
  status.last_run = text(state_->connection, "SELECT coalesce(finished, started) FROM run ORDER BY id DESC LIMIT 1");
  status.catalogue_bytes = size_of(folder_.catalogue(), status.problems);
  status.index_bytes = size_of(folder_.index(), status.problems);
  status.leftovers = IndexFolder(folder_.index()).leftovers(state_->index.list());
  status.last_run_cut = integer(state_->connection, "SELECT finished IS NULL FROM run ORDER BY id DESC LIMIT 1") != 0;
  status.is_written = is_written(folder_);
  status.purge_pending = purge_is_pending(state_->connection);
  status.rebuild_pending = index_fit(state_->index.list(), state_->connection) == IndexFit::replaced;
  status.undo_pending = pending_undo(state_->connection);
  status.index_behind = status.rebuild_pending || hemero::last_batch(state_->connection) > state_->index.list().batch;
  return status;
}

}  // namespace hemero
