#include "common/store/checking/article_salvage.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"

namespace hemero {

namespace {

RowMender::Table article_table() {
  return {"article",
          {{1, "SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 WHERE key = ?1"},
           {2, "SELECT id FROM article INDEXED BY sqlite_autoindex_article_2 WHERE version_id = ?1"}},
          {{0, "SELECT article_id FROM version WHERE article_id = ?1 LIMIT 1"},
           {2, "SELECT article_id FROM version WHERE id = ?1"}},
          "key IS ?2 OR (id IS ?1 AND version_id IS ?3)",
          3,
          false};
}

RowMender::Table version_table() {
  return {"version",
          {{1, "SELECT id FROM version INDEXED BY version_of_article WHERE article_id = ?1"},
           {14, "SELECT id FROM version INDEXED BY version_by_content WHERE content_hash = ?1"}},
          {{1, "SELECT version_id FROM article WHERE id = ?1 AND version_id IS NOT NULL"}},
          "seq IS ?3 AND content_hash IS ?15 AND (id IS ?1 OR article_id IS ?2)",
          15};
}

RowMender::Table removal_table() {
  return {"removal",
          {{1, "SELECT id FROM removal INDEXED BY removal_of_article WHERE article_id = ?1"},
           {3, "SELECT id FROM removal INDEXED BY removal_in_batch WHERE seq = ?1"}},
          {},
          "version_id IS ?3 AND seq IS ?4 AND (id IS ?1 OR article_id IS ?2)",
          4};
}

}  // namespace

ArticleSalvage::ArticleSalvage(const std::filesystem::path& file, sqlite::Connection& from, sqlite::Connection& to,
                               Salvage& found)
    : file_(file),
      from_(from),
      to_(to),
      found_(found),
      keys_(from, "article", "sqlite_autoindex_article_1", "key"),
      current_(from, "article", "sqlite_autoindex_article_2", "version_id"),
      owners_(from, "version", "version_of_article", "article_id"),
      removed_(from, "removal", "removal_of_article", "article_id") {}

void ArticleSalvage::copy() {
  RowMender articles(from_, to_, article_table());
  articles.mend(1, keys_);
  articles.mend(2, current_);
  RowMender versions(from_, to_, version_table());
  versions.mend(1, owners_);
  RowMender removals(from_, to_, removal_table());
  removals.mend(1, removed_);
  articles.copy(file_);
  const std::uint64_t unread_versions = versions.copy(file_);
  const std::uint64_t unread_removals = removals.copy(file_);
  for (RowMender* rows : {&articles, &versions, &removals}) rows->settle();
  settle_doubts(articles, versions);
  forget_purged();
  restore_articles(articles);
  link_orphans();
  tell_lost_versions(unread_versions);
  tell_lost_removals(unread_removals);
}

/// A version that an article names is that one's, and a removal names one of its article.
void ArticleSalvage::settle_doubts(const RowMender& articles, const RowMender& versions) {
  for (const RowMender::Doubt& doubt : articles.doubts())
    if (const auto* key = std::get_if<std::string>(&doubt.own))
      found_.changed.push_back(message("article {}: its key is {}, or {}", doubt.number, one_sound_line(*key),
                                       one_sound_line(std::get<std::string>(doubt.other))));
  sqlite::Statement link = to_.prepare(
      "UPDATE version SET article_id = article.id FROM article WHERE version.id = ?1 AND article.version_id = "
      "version.id RETURNING 1");
  for (const RowMender::Doubt& doubt : versions.doubts())
    if (!link.with(doubt.number).for_first([](const auto&) {}))
      found_.changed.push_back(message("version {} is of article {}, or of article {}", doubt.number,
                                       std::get<std::int64_t>(doubt.own), std::get<std::int64_t>(doubt.other)));
  to_.execute(
      "UPDATE removal SET version_id = coalesce((SELECT max(id) FROM version WHERE article_id = removal.article_id "
      "AND seq < removal.seq), 0) WHERE version_id IN (SELECT id FROM version WHERE article_id <> removal.article_id)");
}

/// What was purged may still lie in the file.
void ArticleSalvage::forget_purged() {
  to_.execute(
      "DELETE FROM version WHERE article_id IN (SELECT article.id FROM article JOIN removal ON article_id = article.id "
      "WHERE article.version_id IS NULL AND purged IS NOT NULL)");
}

/// Of an article whose row is lost the indexes have number, key and version. One that no tree led to may be an older
/// state of its row.
void ArticleSalvage::restore_articles(const RowMender& articles) {
  const auto version = [&](std::int64_t article) -> sqlite::Value {
    std::int64_t id = current_.of(article).value_or(-1);
    if (id < 0)
      to_.prepare("SELECT max(id) FROM version WHERE article_id = ?1").with(article).for_first([&](const auto& row) {
        id = row.integer(0);
      });
    return id == 0 ? sqlite::Value() : sqlite::Value(id);
  };
  sqlite::Statement restore = to_.prepare("INSERT OR IGNORE INTO article (id, key, version_id) VALUES (?1, ?2, ?3)");
  for (const auto& [key, article] : keys_.entries())
    if (article >= 1 && article <= sqlite::largest_id) restore.with(article, key, version(article)).run();
  sqlite::Statement renew =
      to_.prepare("UPDATE OR IGNORE article SET version_id = ?2 WHERE id = ?1 AND version_id IS NOT NULL");
  for (const std::int64_t article : articles.found_again()) renew.with(article, version(article)).run();
}

/// A version of which no article is left has one again, under a key that tells that it is lost.
void ArticleSalvage::link_orphans() {
  sqlite::Statement orphans = to_.prepare(
      "SELECT article_id, max(id), title FROM version WHERE article_id NOT IN (SELECT id FROM article) "
      "GROUP BY article_id");
  std::vector<std::pair<std::int64_t, std::int64_t>> articles;
  while (orphans.step()) {
    articles.emplace_back(orphans.integer(0), orphans.integer(1));
    found_.lost.push_back(message("the key of article {} (“{}”)", orphans.integer(0), one_sound_line(orphans.text(2))));
  }
  sqlite::Statement link = to_.prepare("INSERT OR IGNORE INTO article (id, key, version_id) VALUES (?1, ?2, ?3)");
  for (const auto& [article, version] : articles) link.with(article, fmt::format("lost:{}", article), version).run();
}

/// The last version of an article is the current one, or that which was removed. That others are missing, the index of
/// their articles tells.
void ArticleSalvage::tell_lost_versions(std::uint64_t unread) {
  std::map<std::int64_t, std::uint64_t> missing =
      missing_rows(owners_, "SELECT article_id, count(*) FROM version GROUP BY article_id");
  sqlite::Statement last = to_.prepare(
      "SELECT id, key FROM (SELECT article.id, key, version_id IS NOT NULL AS current, "
      "coalesce(version_id, (SELECT removal.version_id FROM removal WHERE article_id = article.id "
      "ORDER BY removal.id DESC LIMIT 1)) AS last, (SELECT max(purged) FROM removal WHERE article_id = article.id) AS "
      "purged FROM article) AS named WHERE (current OR purged IS NULL) AND "
      "NOT EXISTS (SELECT 1 FROM version WHERE version.id = last AND version.article_id = named.id) AND "
      "(last IS NOT NULL OR NOT EXISTS (SELECT 1 FROM version WHERE version.article_id = named.id))");
  std::uint64_t named = 0;
  for (; last.step(); ++named) {
    std::uint64_t& rows = missing[last.integer(0)];
    rows -= std::min<std::uint64_t>(rows, 1);
    found_.lost.push_back(
        message("the last version of article {} ({})", last.integer(0), one_sound_line(last.text(1))));
  }
  for (const auto& [article, count] : missing) {
    const std::string key = key_of(article);
    if (count == 0 || key.empty()) continue;
    found_.lost.push_back(message("{} of the earlier versions of article {} ({})", count, article, key));
    named += count;
  }
  if (unread > named) found_.lost.push_back(message("rows of “{}”: {}", "version", unread - named));
}

/// An article that was removed stays so, also when what tells why is lost.
void ArticleSalvage::tell_lost_removals(std::uint64_t unread) {
  to_.execute(
      "INSERT INTO removal (article_id, version_id, seq, run_id, reason, lasting) "
      "SELECT id, coalesce((SELECT max(id) FROM version WHERE article_id = article.id), 0), "
      "(SELECT max(seq) FROM version), (SELECT max(id) FROM run), '?', 1 "
      "FROM article WHERE version_id IS NULL AND id NOT IN (SELECT article_id FROM removal)");
  std::map<std::int64_t, std::uint64_t> missing =
      missing_rows(removed_, "SELECT article_id, count(*) FROM removal WHERE reason <> '?' GROUP BY article_id");
  sqlite::Statement unknown =
      to_.prepare("SELECT article_id, count(*) FROM removal WHERE reason = '?' GROUP BY article_id");
  while (unknown.step()) missing[unknown.integer(0)] = unknown.count(1);
  std::uint64_t named = 0;
  for (const auto& [article, count] : missing) {
    const std::string key = key_of(article);
    if (count == 0 || key.empty()) continue;
    found_.lost.push_back(message("why article {} ({}) was removed", article, key));
    named += count;
  }
  if (unread > named) found_.lost.push_back(message("rows of “{}”: {}", "removal", unread - named));
}

/// How many rows of each article an index knows, and a statement does not find.
std::map<std::int64_t, std::uint64_t> ArticleSalvage::missing_rows(const IndexEntries<std::int64_t>& index,
                                                                   const char* counting) {
  std::map<std::int64_t, std::uint64_t> missing = index.counts();
  sqlite::Statement counts = to_.prepare(counting);
  while (counts.step()) {
    std::uint64_t& rows = missing[counts.integer(0)];
    rows -= std::min(rows, counts.count(1));
  }
  return missing;
}

std::string ArticleSalvage::key_of(std::int64_t article) {
  std::string key;
  sqlite::Statement find = to_.prepare("SELECT key FROM article WHERE id = ?1");
  find.with(article).for_first([&](const sqlite::Statement& row) { key = one_sound_line(row.text(0)); });
  return key;
}

}  // namespace hemero
