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

ArchiveReader::ArchiveReader(const ArchiveFolder& folder)
    : folder_(folder),
      index_(index_of(folder)),
      connection_(open_catalogue(folder, sqlite::Access::read)),
      snapshot_(connection_, sqlite::Transaction::Kind::read),
      streams_(folder.index() / index_.marker().streams, index_.marker().extent),
      vocabulary_(connection_),
      articles_(connection_) {
  if (read_setting(connection_, "uuid") != index_.marker().archive)
    throw Error(ErrorCode::other_version,
                message("the index in {} belongs to another state of the archive", folder.index().string()),
                message("run “hemero-index rebuild”"));
  if (index_.marker().analyzer != Analyzer::fingerprint())
    throw Error(ErrorCode::other_version,
                message("the index in {} was made by another version", folder.index().string()),
                message("run “hemero-index rebuild”"));
}

ArchiveStatus ArchiveReader::status() {
  ArchiveStatus status;
  status.uuid = read_setting(connection_, "uuid");
  status.created = read_setting(connection_, "created");
  status.analyzer = index_.marker().analyzer;
  status.articles = integer(connection_, "SELECT count(*) FROM article");
  status.versions = integer(connection_, "SELECT count(*) FROM version");
  status.sources = integer(connection_, "SELECT count(*) FROM source");
  status.words = integer(connection_, "SELECT coalesce(sum(occurrences), 0) FROM vocabulary");
  status.surfaces = integer(connection_, "SELECT count(*) FROM vocabulary WHERE occurrences > 0");
  status.text_bytes = integer(connection_, "SELECT coalesce(sum(text_bytes + length(CAST(title AS BLOB))), 0) "
                                           "FROM article JOIN version ON version.id = version_id");
  status.first_date = text(connection_, "SELECT min(date) FROM version JOIN article ON version.id = version_id");
  status.last_date = text(connection_, "SELECT max(date) FROM version JOIN article ON version.id = version_id");
  status.runs = integer(connection_, "SELECT count(*) FROM run");
  status.last_run = text(connection_, "SELECT coalesce(finished, started) FROM run ORDER BY id DESC LIMIT 1");
  status.catalogue_bytes = size_of(folder_.catalogue());
  status.index_bytes = size_of(folder_.index());
  status.index_behind = static_cast<std::uint64_t>(integer(connection_, "SELECT coalesce(max(seq), 0) FROM version")) >
                        index_.marker().seq;
  return status;
}

}  // namespace hemero
