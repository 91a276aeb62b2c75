#include "common/store/catalogue/catalogue_reader.h"

#include "common/store/folder/batches.h"

namespace hemero {

CatalogueReader::CatalogueReader(const ArchiveFolder& folder, const Deadline& deadline)
    : connection_(open_catalogue(folder, sqlite::Access::read, {}, deadline)),
      lines_(connection_),
      articles_(connection_, damages_, &lines_) {}

std::string CatalogueReader::uuid() { return read_setting(connection_, "uuid"); }

std::uint64_t CatalogueReader::last_batch() { return hemero::last_batch(connection_); }

std::vector<StoredVersion> list_versions(sqlite::Connection& connection, ArticleId article) {
  sqlite::Statement rows = connection.prepare(
      "SELECT version.id, run.started, run.id, title, coalesce(date, ''), text_bytes, "
      "version.id IS (SELECT version_id FROM article WHERE id = ?1) "
      "FROM version JOIN run ON run.id = run_id WHERE article_id = ?1 ORDER BY version.id");
  rows.with(static_cast<std::uint32_t>(article));
  std::vector<StoredVersion> versions;
  while (rows.step())
    versions.push_back({rows.id<VersionId>(0), std::string(rows.text(1)), rows.integer(2), std::string(rows.text(3)),
                        std::string(rows.text(4)), rows.integer(5), rows.integer(6) != 0});
  return versions;
}

std::optional<StoredRemoval> find_removal(sqlite::Connection& connection, ArticleId article) {
  sqlite::Statement row = connection.prepare(
      "SELECT run.started, reason FROM removal JOIN run ON run.id = run_id JOIN article ON article.id = article_id "
      "WHERE article_id = ?1 AND article.version_id IS NULL ORDER BY removal.id DESC LIMIT 1");
  if (!row.with(static_cast<std::uint32_t>(article)).step()) return std::nullopt;
  return StoredRemoval{std::string(row.text(0)), std::string(row.text(1))};
}

}  // namespace hemero
