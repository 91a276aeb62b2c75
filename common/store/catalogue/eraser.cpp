#include "common/store/catalogue/eraser.h"

#include <fmt/format.h>

#include "common/model/key_hash.h"
#include "common/store/catalogue/address_store.h"
#include "common/store/catalogue/place.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/folder/totals.h"

namespace hemero {

namespace {

constexpr std::string_view pending_setting = "purge";  ///< there is such a setting while a purge is going on

/// The removals of articles that are not erased yet.
constexpr std::string_view to_be_erased =
    "FROM removal JOIN article ON article.id = article_id WHERE article.version_id IS NULL AND purged IS NULL";

template <typename Id>
std::vector<Id> ids(sqlite::Connection& connection, std::string_view sql) {
  sqlite::Statement rows = connection.prepare(sql);
  std::vector<Id> found;
  while (rows.step()) found.push_back(rows.id<Id>(0));
  return found;
}

/// Makes the key of a removed article unreadable: what is left tells its key from others, or its last content where the
/// key is but a place.
void hide_key(sqlite::Connection& connection, std::uint32_t article) {
  sqlite::Statement find = connection.prepare(
      "SELECT key, coalesce(path, ''), content_hash FROM article JOIN removal ON removal.article_id = article.id "
      "JOIN version ON version.id = removal.version_id LEFT JOIN origin ON origin.id = origin_id WHERE article.id = ?1 "
      "ORDER BY removal.id DESC LIMIT 1");
  std::string key;
  std::string content;
  find.with(article).for_first([&](const sqlite::Statement& row) {
    key = row.text(0);
    if (is_place(key, row.text(1))) content = purged_key(purged_content(read_hash(row.blob(2))));
  });
  sqlite::Statement twice = connection.prepare("SELECT 1 FROM article WHERE key = ?1");
  if (content.empty() || twice.with(content).for_first([](const auto&) {})) content = purged_key(key);
  connection.prepare("UPDATE article SET key = ?2 WHERE id = ?1").with(article, content).run();
}

}  // namespace

std::vector<RemovedArticle> removed_articles(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows = connection.prepare(
      fmt::format("SELECT article_id, (SELECT started FROM run WHERE run.id = run_id), reason, "
                  "(SELECT replace(title, char(10), ' ') FROM version WHERE version.id = removal.version_id) {} "
                  "ORDER BY article_id",
                  to_be_erased));
  std::vector<RemovedArticle> removed;
  while (rows.step())
    removed.push_back(
        {rows.id<ArticleId>(0), std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3))});
  return removed;
}

std::uint64_t count_removed(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement count = connection.prepare(fmt::format("SELECT count(DISTINCT article_id) {}", to_be_erased));
  count.step();
  return count.count(0);
}

std::uint64_t erase_removed(sqlite::Connection& connection) {
  const auto articles = ids<std::uint32_t>(connection, fmt::format("SELECT DISTINCT article_id {}", to_be_erased));
  sqlite::Statement erase = connection.prepare("DELETE FROM version WHERE article_id = ?1 RETURNING id");
  sqlite::Statement note = connection.prepare(
      "UPDATE removal SET purged = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE article_id = ?1 AND purged IS NULL");
  sqlite::Statement hide_selection = connection.prepare(
      "UPDATE run SET command = 'remove' WHERE command LIKE 'remove %' AND id IN (SELECT run_id FROM removal WHERE "
      "article_id = ?1)");
  AddressStore addresses(connection);
  std::int64_t versions = 0;
  for (const std::uint32_t article : articles) {
    hide_key(connection, article);
    hide_selection.with(article).run();
    erase.with(article);
    for (; erase.step(); ++versions) addresses.forget(erase.id<VersionId>(0));
    note.with(article).run();
  }
  addresses.flush();
  TotalsWriter(connection).add({.versions = -versions});
  return articles.size();
}

std::string train_on_stored(sqlite::Connection& connection, Damages& damages) {
  ArticleReader reader(connection, damages);
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  for (const VersionId id : ids<VersionId>(
           connection, "SELECT version_id FROM article WHERE version_id IS NOT NULL ORDER BY 1 LIMIT 2000")) {
    if (bytes >= training_bytes) break;
    const auto stored = reader.version(id);
    if (!stored) continue;
    texts.push_back(stored->article.text + std::string(ArticleReader::behind_text(stored->article)));
    bytes += texts.back().size();
  }
  return train_dictionary({texts.begin(), texts.end()});
}

void recompress(sqlite::Connection& connection, TextCompressor& compressor, std::optional<std::int64_t> dictionary,
                Damages& damages) {
  ArticleReader reader(connection, damages);
  sqlite::Statement write =
      connection.prepare("UPDATE version SET dictionary_id = ?2, text = ?3, url = '' WHERE id = ?1");
  for (const VersionId id : ids<VersionId>(connection, "SELECT id FROM version ORDER BY id")) {
    const auto stored = reader.version(id);
    if (!stored) continue;
    const std::string text = compressor.compress(stored->article.text, ArticleReader::behind_text(stored->article));
    write.with(static_cast<std::uint32_t>(id), dictionary, sqlite::Blob{text}).run();
  }
}

bool purge_is_pending(sqlite::Connection& connection) { return find_setting(connection, pending_setting).has_value(); }

void note_purge(sqlite::Connection& connection, bool pending) {
  if (pending)
    write_setting(connection, pending_setting, "1");
  else
    remove_setting(connection, pending_setting);
}

bool wipe_erased(sqlite::Connection& connection) {
  connection.vacuum();
  if (!connection.checkpoint()) return false;
  note_purge(connection, false);
  connection.checkpoint();
  return true;
}

}  // namespace hemero
