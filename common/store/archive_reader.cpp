#include "common/store/archive_reader.h"

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/text/analyzer.h"

namespace hemero {

namespace {

/// A missing archive is said before a missing index.
IndexFolder index_of(const ArchiveFolder& folder) {
  require_archive(folder);
  return IndexFolder(folder.index());
}

std::int64_t integer(sqlite::Connection& connection, std::string_view sql) {
  sqlite::Statement statement = connection.prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string text(sqlite::Connection& connection, std::string_view sql) {
  sqlite::Statement statement = connection.prepare(sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::uint64_t size_of(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) return std::filesystem::file_size(path, error);
  std::uint64_t size = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path, error))
    if (entry.is_regular_file(error)) size += entry.file_size(error);
  return size;
}

}  // namespace

/// What is open. The parts are opened one after the other: a writer may publish in between.
struct ArchiveReader::State {
  explicit State(const ArchiveFolder& folder)
      : index(index_of(folder)),
        connection(open_catalogue(folder, sqlite::Access::read)),
        snapshot(connection, sqlite::Transaction::Kind::read),
        uuid(read_setting(connection, "uuid")),
        streams(folder.index() / index.marker().streams, index.marker().extent),
        vocabulary(connection),
        lines(connection),
        articles(connection, &lines) {
    // The index was opened first: a catalogue that knows less than it is an older copy.
    if (uuid != index.marker().archive || index.marker().seq > last_batch(connection))
      throw Error(ErrorCode::other_version,
                  message("the index in {} belongs to another state of the archive", folder.index().string()),
                  message("run “hemero-index rebuild”"));
    if (index.marker().analyzer != Analyzer::fingerprint())
      throw Error(ErrorCode::other_version,
                  message("the index in {} was made by another version", folder.index().string()),
                  message("run “hemero-index rebuild”"));
  }

  IndexReader index;
  sqlite::Connection connection;
  sqlite::Transaction snapshot;  ///< begins with the first read, that of the uuid
  std::string uuid;
  TokenStreamReader streams;
  Vocabulary vocabulary;
  SiteLines lines;
  ArticleReader articles;
};

ArchiveReader::ArchiveReader(const ArchiveFolder& folder) : folder_(folder) {
  constexpr int most_tries = 20;  // a writer publishes once a run
  for (int tries = 1; !state_; ++tries) {
    const auto generation = index_of(folder).current();
    try {
      state_ = std::make_unique<State>(folder);
    } catch (const IndexChanged&) {
      if (tries == most_tries) throw;
    } catch (const Error&) {
      if (tries == most_tries || index_of(folder).current() == generation) throw;
    }
  }
}

ArchiveReader::~ArchiveReader() = default;
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;

const IndexReader& ArchiveReader::index() const { return state_->index; }
const TokenStreamReader& ArchiveReader::streams() const { return state_->streams; }
Vocabulary& ArchiveReader::vocabulary() { return state_->vocabulary; }
ArticleReader& ArchiveReader::articles() { return state_->articles; }

ArchiveStatus ArchiveReader::status() {
  ArchiveStatus status;
  status.uuid = state_->uuid;
  status.created = read_setting(state_->connection, "created");
  status.analyzer = state_->index.marker().analyzer;
  status.articles = integer(state_->connection, "SELECT count(version_id) FROM article");
  status.removed = integer(state_->connection, "SELECT count(*) FROM article WHERE version_id IS NULL");
  status.versions = integer(state_->connection, "SELECT count(*) FROM version");
  status.sources = integer(state_->connection, "SELECT count(*) FROM source");
  status.words = integer(state_->connection, "SELECT coalesce(sum(occurrences), 0) FROM vocabulary");
  status.surfaces = integer(state_->connection, "SELECT count(*) FROM vocabulary WHERE occurrences > 0");
  status.text_bytes = integer(state_->connection,
                              "SELECT coalesce(sum(text_bytes + length(CAST(title AS BLOB))), 0) "
                              "FROM article JOIN version ON version.id = version_id");
  status.first_date = text(state_->connection, "SELECT min(date) FROM version JOIN article ON version.id = version_id");
  status.last_date = text(state_->connection, "SELECT max(date) FROM version JOIN article ON version.id = version_id");
  status.runs = integer(state_->connection, "SELECT count(*) FROM run");
  status.last_run = text(state_->connection, "SELECT coalesce(finished, started) FROM run ORDER BY id DESC LIMIT 1");
  status.catalogue_bytes = size_of(folder_.catalogue());
  status.index_bytes = size_of(folder_.index());
  status.index_behind = last_batch(state_->connection) > state_->index.marker().seq;
  return status;
}

}  // namespace hemero
