#include "common/store/checking/salvage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/address_store.h"
#include "common/store/catalogue/dictionary_store.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/checking/article_salvage.h"
#include "common/store/checking/first_page.h"
#include "common/store/checking/table_salvage.h"
#include "common/store/folder/known_schema.h"
#include "common/store/folder/schema.h"
#include "common/text/characters/one_line.h"

namespace hemero {

namespace {

/// What cannot be derived from the rest, and the words: they keep their numbers. The articles, their versions and what
/// was removed of them are mended as well.
constexpr const char* tables[] = {"setting", "run",        "run_skip",  "place", "source",
                                  "origin",  "dictionary", "site_line", "word"};

class CatalogueSalvage {
 public:
  CatalogueSalvage(const std::filesystem::path& from, const ArchiveFolder& to)
      : from_path_(from), from_(from, sqlite::Access::read), to_(open_catalogue(to, sqlite::Access::create)) {
    require_known_schema(from_, archive_format(), from.string());
  }

  Salvage salvage() {
    to_.execute("PRAGMA foreign_keys = OFF");
    {
      sqlite::Transaction transaction(to_, sqlite::Transaction::Kind::write);
      copy_tables();
      ArticleSalvage(from_path_, from_, to_, found_).copy();
      mend_dictionaries(to_);
      drop_unreadable();
      mend_references();
      count();
      transaction.commit();
    }
    to_.execute("PRAGMA foreign_keys = ON");
    to_.checkpoint();
    return std::move(found_);
  }

 private:
  void copy_tables() {
    const std::string analyzer = read_setting(to_, "analyzer");
    std::map<std::string, std::string> fresh;
    for (const char* name : {"uuid", "created"}) fresh[name] = read_setting(to_, name);
    to_.execute("DELETE FROM setting");
    for (const char* table : tables) copy_table(table);
    for (const auto& [name, value] : fresh)
      to_.prepare("INSERT OR IGNORE INTO setting (name, value) VALUES (?1, ?2)").with(name, value).run();
    to_.prepare(
           "DELETE FROM word WHERE id NOT BETWEEN 1 AND ?1 OR id NOT IN (SELECT min(id) FROM word GROUP BY surface)")
        .with(sqlite::largest_id)
        .run();
    write_setting(to_, "analyzer", analyzer);
    to_.prepare("DELETE FROM setting WHERE name IN ('purge', 'rebuild')").run();
  }

  void copy_table(const std::string& table) {
    const std::uint64_t lost = TableSalvage(from_, to_, table).copy();
    if (lost > 0 && table != "word") found_.lost.push_back(message("rows of “{}”: {}", table, lost));
  }

  /// Takes away what cannot be read of the versions, and takes what is not what was stored for what it is now.
  void drop_unreadable() {
    Damages damages;
    StoredVersions versions(to_, damages);
    AddressStore addresses(to_);
    std::map<std::uint32_t, Hash128> changed;
    while (const auto stored = versions.next()) {
      addresses.put(stored->version, stored->article.url);
      if (!stored->sound) changed[static_cast<std::uint32_t>(stored->version)] = content_hash(stored->article);
    }
    addresses.flush();
    sqlite::Statement change = to_.prepare("UPDATE version SET content_hash = ?2 WHERE id = ?1");
    for (const auto& [version, hash] : changed) {
      const std::string_view bytes(reinterpret_cast<const char*>(hash.data()), hash.size());
      change.with(version, sqlite::Blob{bytes}).run();
    }
    sqlite::Statement drop = to_.prepare("DELETE FROM version WHERE id = ?1");
    for (const Damage& damage : damages.list()) {
      const bool readable = damage.kind == Damage::Kind::changed;
      (readable ? found_.changed : found_.lost).push_back(damage_text(damage));
      if (!readable) drop.with(static_cast<std::uint32_t>(damage.version)).run();
    }
  }

  void mend_references() {
    to_.execute(
        // an article of which no version is left is gone, one whose last is lost has the one before
        "DELETE FROM article WHERE version_id IS NOT NULL AND id NOT IN (SELECT article_id FROM version);"
        "UPDATE article SET version_id = (SELECT max(id) FROM version WHERE article_id = article.id) "
        "WHERE version_id IS NOT NULL AND version_id NOT IN (SELECT id FROM version WHERE article_id = article.id);"
        "DELETE FROM removal WHERE article_id NOT IN (SELECT id FROM article);"
        // what only tells where something came from
        "UPDATE version SET source_id = NULL WHERE source_id NOT IN (SELECT id FROM source);"
        "UPDATE version SET origin_id = NULL WHERE origin_id NOT IN (SELECT id FROM origin);"
        "UPDATE version SET dictionary_id = NULL WHERE dictionary_id NOT IN (SELECT id FROM dictionary);"
        "INSERT INTO run (id, command, started) SELECT DISTINCT run_id, '?', '1970-01-01T00:00:00Z' FROM "
        "(SELECT run_id FROM version UNION SELECT run_id FROM removal UNION SELECT run_id FROM run_skip "
        "UNION SELECT run_id FROM place) WHERE run_id NOT IN (SELECT id FROM run);"
        "UPDATE run SET undoes = NULL WHERE undoes NOT IN (SELECT id FROM run);"
        // what is not as it was written, and nowhere else
        "UPDATE version SET seq = near.before FROM (SELECT id, lag(seq, 1, 0) OVER (ORDER BY id) AS before, "
        "lead(seq, 1, 9223372036854775807) OVER (ORDER BY id) AS after FROM version) AS near WHERE near.id = "
        "version.id AND "
        "near.before <= near.after AND version.seq NOT BETWEEN near.before AND near.after;"
        "UPDATE run SET started = '1970-01-01T00:00:00Z' WHERE started IS NOT "
        "strftime('%Y-%m-%dT%H:%M:%SZ', started);"
        "UPDATE run SET finished = NULL WHERE finished IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', finished);"
        "UPDATE removal SET lasting = 1 WHERE lasting NOT IN (0, 1)");
  }

  void count() {
    to_.execute(
        "UPDATE total SET articles = (SELECT count(version_id) FROM article), "
        "removed = (SELECT count(*) FROM article WHERE version_id IS NULL), "
        "versions = (SELECT count(*) FROM version), "
        "text_bytes = (SELECT coalesce(sum(text_bytes + length(CAST(title AS BLOB))), 0) FROM article JOIN version "
        "ON version.id = version_id), words = 0, surfaces = 0");
  }

  std::filesystem::path from_path_;
  sqlite::Connection from_;
  sqlite::Connection to_;
  Salvage found_;
};

}  // namespace

Salvage salvage_catalogue(const std::filesystem::path& from, const ArchiveFolder& to) {
  std::optional<Error> unreadable;
  try {
    return CatalogueSalvage(from, to).salvage();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    unreadable = error;
  }
  const ArchiveFolder pristine{to.path / "pristine"};
  create_folder(pristine);
  open_catalogue(pristine, sqlite::Access::create).checkpoint();
  const std::filesystem::path mended = to.path / "mended.sqlite";
  std::filesystem::copy_file(from, mended);
  if (!mend_first_page(mended, pristine.catalogue())) throw *unreadable;
  std::filesystem::remove(to.catalogue());
  return CatalogueSalvage(mended, to).salvage();
}

}  // namespace hemero
