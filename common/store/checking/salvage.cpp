#include "common/store/checking/salvage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/address_store.h"
#include "common/store/catalogue/dictionary_store.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/checking/first_page.h"
#include "common/store/checking/table_salvage.h"
#include "common/store/folder/known_schema.h"
#include "common/store/folder/schema.h"
#include "common/text/characters/one_line.h"

namespace hemero {

namespace {

/// What cannot be derived from the rest, and the words: they keep their numbers.
constexpr const char* tables[] = {"setting",    "run",     "run_skip", "place",   "source",    "origin",
                                  "dictionary", "article", "version",  "removal", "site_line", "word"};

/// Articles whose version names another article.
constexpr std::string_view differing =
    "FROM article JOIN version ON version.id = article.version_id AND version.article_id <> article.id";

using IndexedKey = std::pair<std::string, std::int64_t>;  ///< a key, the number of its article

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
      drop_impossible();
      mend_numbers();
      mend_keys();
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
    write_setting(to_, "analyzer", analyzer);
    to_.prepare("DELETE FROM setting WHERE name IN ('purge', 'rebuild')").run();
  }

  /// No article, version or word has such a number: who has, has lost its own.
  void drop_impossible() {
    for (const char* table : {"article", "version", "word"}) {
      sqlite::Statement drop =
          to_.prepare(fmt::format("DELETE FROM {} WHERE id NOT BETWEEN 1 AND ?1 RETURNING id", table));
      drop.with(sqlite::largest_id);
      std::uint64_t dropped = 0;
      while (drop.step()) ++dropped;
      if (dropped > 0) found_.lost.push_back(message("rows of “{}”: {}", table, dropped));
    }
  }

  /// An article names its version, and that its article. Where these differ, one of the three numbers is wrong. A row
  /// with a wrong number may have kept the row out that has it rightly, which is looked for again.
  void mend_numbers() {
    mend_articles();
    renumber_versions();
    to_.execute(
        "UPDATE version SET article_id = (SELECT id FROM article WHERE version_id = version.id) WHERE EXISTS "
        "(SELECT 1 FROM article WHERE version_id = version.id AND id <> article_id)");
  }

  /// Those that have the version of another one, which is missing: the index of keys tells which number is right.
  void mend_articles() {
    struct Row {
      std::int64_t article;
      std::int64_t owner;
      std::string key;
    };
    std::vector<Row> wrong;
    sqlite::Statement rows = to_.prepare(
        fmt::format("SELECT article.id, version.article_id, key {} WHERE version.article_id NOT IN (SELECT id FROM "
                    "article)",
                    differing));
    while (rows.step()) wrong.push_back({rows.integer(0), rows.integer(1), std::string(rows.text(2))});
    sqlite::Statement renumber = to_.prepare("UPDATE OR IGNORE article SET id = ?2 WHERE id = ?1");
    sqlite::Statement own_version = to_.prepare(
        "UPDATE OR IGNORE article SET version_id = (SELECT max(id) FROM version WHERE article_id = ?1) WHERE id = ?1");
    for (const Row& row : wrong)
      indexed_number(row.key) == row.article ? own_version.with(row.article).run()
                                             : renumber.with(row.article, row.owner).run();
    if (!wrong.empty()) TableSalvage(from_, to_, "article").copy();
  }

  /// Those that stand under the number of another one, and whose own is missing.
  void renumber_versions() {
    std::vector<std::pair<std::int64_t, std::int64_t>> numbers;
    sqlite::Statement rows = to_.prepare(
        fmt::format("SELECT version.id, owner.version_id {} JOIN article AS owner ON owner.id = version.article_id "
                    "WHERE owner.version_id NOT IN (SELECT id FROM version)",
                    differing));
    while (rows.step()) numbers.emplace_back(rows.integer(0), rows.integer(1));
    sqlite::Statement change = to_.prepare("UPDATE OR IGNORE version SET id = ?2 WHERE id = ?1");
    for (const auto& [from, to] : numbers) change.with(from, to).run();
    if (!numbers.empty()) TableSalvage(from_, to_, "version").copy();
  }

  /// The number of the article that the index of keys knows under a key; 0 for none.
  std::int64_t indexed_number(const std::string& key) {
    std::int64_t number = 0;
    try {
      from_.prepare("SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 WHERE key = ?1")
          .with(key)
          .for_first([&](const sqlite::Statement& row) { number = row.integer(0); });
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data && error.code() != ErrorCode::bug) throw;  // the index is damaged there
    }
    return number;
  }

  /// A key stands in its row and in the index of keys. Where these differ, the one that is in its place among the
  /// others of the index is right. A wrong one may have kept the article out that has it rightly.
  void mend_keys() {
    const std::vector<IndexedKey> keys = indexed_keys();
    sqlite::Statement find = to_.prepare("SELECT key FROM article WHERE id = ?1");
    sqlite::Statement change = to_.prepare("UPDATE OR IGNORE article SET key = ?2 WHERE id = ?1");
    bool changed = false;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto& [key, id] = keys[i];
      std::string own = key;
      find.with(id).for_first([&](const sqlite::Statement& row) { own = row.text(0); });
      if (own == key) continue;
      const auto fits = [&](const std::string& placed) {
        return (i == 0 || keys[i - 1].first < placed) && (i + 1 == keys.size() || placed < keys[i + 1].first);
      };
      changed = true;
      if (fits(key) == fits(own))
        found_.changed.push_back(
            message("article {}: its key is {}, or {}", id, one_sound_line(own), one_sound_line(key)));
      else if (fits(key))
        change.with(id, key).run();
    }
    if (changed) TableSalvage(from_, to_, "article").copy();
  }

  /// What the index of keys holds, in its order; where a page of it is damaged, what stands before the first such page
  /// and behind the last one.
  std::vector<IndexedKey> indexed_keys() {
    std::vector<IndexedKey> keys;
    const bool complete = read_keys("ASC", keys);
    if (complete) return keys;
    std::vector<IndexedKey> last;
    read_keys("DESC", last);
    keys.insert(keys.end(), last.rbegin(), last.rend());
    return keys;
  }

  /// False when it ended at a damaged page.
  bool read_keys(std::string_view order, std::vector<IndexedKey>& keys) {
    try {
      sqlite::Statement index = from_.prepare(fmt::format(
          "SELECT key, id FROM article INDEXED BY sqlite_autoindex_article_1 WHERE key >= '' ORDER BY key {}", order));
      while (index.step()) keys.emplace_back(index.text(0), index.integer(1));
      return true;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data && error.code() != ErrorCode::bug) throw;
      return false;
    }
  }

  /// Articles and their versions are looked for in every page, where not all of them are found by their tables.
  void copy_table(const std::string& table) {
    TableSalvage salvage(from_, to_, table);
    std::uint64_t lost = salvage.copy();
    if (lost == 0 || table == "word") return;
    if (table == "article" || table == "version") {
      const std::vector<std::int64_t> again = salvage.copy_raw(from_path_);
      lost -= std::min<std::uint64_t>(lost, again.size());
      if (table == "article") found_again_ = again;
    }
    if (lost > 0) found_.lost.push_back(message("rows of “{}”: {}", table, lost));
  }

  /// Takes away what cannot be read of the versions, and takes what is not what was stored for what it is now.
  void drop_unreadable() {
    link_articles();
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
      (damage.readable ? found_.changed : found_.lost).push_back(damage_text(damage));
      told_.insert(static_cast<std::uint32_t>(damage.article));
      if (!damage.readable) drop.with(static_cast<std::uint32_t>(damage.version)).run();
    }
  }

  /// A version of which no article is left has one again, under a key that tells that it is lost.
  void link_articles() {
    sqlite::Statement orphans = to_.prepare(
        "SELECT article_id, max(id), title FROM version WHERE article_id NOT IN (SELECT id FROM article) "
        "GROUP BY article_id");
    std::vector<std::pair<std::int64_t, std::int64_t>> articles;
    while (orphans.step()) {
      articles.emplace_back(orphans.integer(0), orphans.integer(1));
      found_.lost.push_back(
          message("the key of article {} (“{}”)", orphans.integer(0), one_sound_line(orphans.text(2))));
    }
    sqlite::Statement link = to_.prepare("INSERT OR IGNORE INTO article (id, key, version_id) VALUES (?1, ?2, ?3)");
    for (const auto& [article, version] : articles) link.with(article, fmt::format("lost:{}", article), version).run();
  }

  void mend_references() {
    sqlite::Statement newest = to_.prepare(
        "UPDATE article SET version_id = (SELECT max(id) FROM version WHERE article_id = article.id) "
        "WHERE id = ?1 AND version_id IS NOT NULL");
    for (const std::int64_t article : found_again_) newest.with(article).run();
    tell_lost_articles();
    to_.execute(
        // an article whose version is lost has the one before
        "UPDATE article SET version_id = (SELECT max(id) FROM version WHERE article_id = article.id) "
        "WHERE version_id IS NOT NULL AND version_id NOT IN (SELECT id FROM version WHERE article_id = article.id);"
        // one without any is gone, unless it was removed
        "DELETE FROM article WHERE version_id IS NULL AND id NOT IN (SELECT article_id FROM version) "
        "AND id NOT IN (SELECT article_id FROM removal);"
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

  /// Articles whose last version was not even found.
  void tell_lost_articles() {
    sqlite::Statement lost = to_.prepare(
        "SELECT id, key FROM article WHERE version_id IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM version WHERE version.article_id = article.id AND version.id = version_id)");
    while (lost.step())
      if (!told_.contains(lost.id<std::uint32_t>(0)))
        found_.lost.push_back(
            message("the last version of article {} ({})", lost.integer(0), one_sound_line(lost.text(1))));
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
  std::set<std::uint32_t> told_;           ///< articles that were named
  std::vector<std::int64_t> found_again_;  ///< articles that no tree led to: their last version may be another one
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
