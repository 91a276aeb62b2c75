#include "common/store/user/dossiers.h"

#include <string_view>

namespace hemero {

namespace {

constexpr std::string_view selected =
    "SELECT name, created, (SELECT count(*) FROM dossier_article WHERE dossier_id = dossier.id) FROM dossier ";

Dossier read(const sqlite::Statement& row) {
  return {std::string(row.text(0)), std::string(row.text(1)), row.count(2)};
}

}  // namespace

Dossiers::Dossiers(const std::filesystem::path& file, Missing missing) : connection_(open_user_data(file, missing)) {}

std::vector<Dossier> Dossiers::list() {
  std::vector<Dossier> dossiers;
  auto rows = connection_.prepare(std::string(selected) + "ORDER BY name");
  while (rows.step()) dossiers.push_back(read(rows));
  return dossiers;
}

std::optional<Dossier> Dossiers::find(const std::string& name) {
  std::optional<Dossier> found;
  connection_.prepare(std::string(selected) + "WHERE name = ?1").with(name).for_first([&](const auto& row) {
    found = read(row);
  });
  return found;
}

/// 0 when there is none.
std::int64_t Dossiers::id_of(const std::string& name) {
  std::int64_t id = 0;
  connection_.prepare("SELECT id FROM dossier WHERE name = ?1").with(name).for_first([&](const auto& row) {
    id = row.integer(0);
  });
  return id;
}

std::vector<std::string> Dossiers::tags(std::int64_t dossier, const std::string& key) {
  std::vector<std::string> tags;
  auto rows = connection_.prepare("SELECT tag FROM dossier_tag WHERE dossier_id = ?1 AND key = ?2 ORDER BY tag");
  rows.with(dossier, key);
  while (rows.step()) tags.emplace_back(rows.text(0));
  return tags;
}

std::vector<DossierArticle> Dossiers::articles(const std::string& name) {
  const std::int64_t dossier = id_of(name);
  std::vector<DossierArticle> articles;
  auto rows = connection_.prepare(
      "SELECT key, article_id, content, added, note FROM dossier_article WHERE dossier_id = ?1 ORDER BY added, key");
  rows.with(dossier);
  while (rows.step())
    articles.push_back({std::string(rows.text(0)),
                        rows.id<ArticleId>(1),
                        std::string(rows.text(2)),
                        std::string(rows.text(3)),
                        std::string(rows.text(4)),
                        {}});
  for (DossierArticle& article : articles) article.tags = tags(dossier, article.key);
  return articles;
}

bool Dossiers::put(const std::string& name, const DossierArticle& article) {
  connection_.prepare("INSERT INTO dossier (name, created) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING")
      .with(name, article.added)
      .run();
  const std::int64_t dossier = id_of(name);
  connection_
      .prepare(
          "INSERT INTO dossier_article (dossier_id, key, article_id, content, added, note) "
          "VALUES (?1, ?2, ?3, ?4, ?5, '') ON CONFLICT (dossier_id, key) DO NOTHING")
      .with(dossier, article.key, static_cast<std::uint32_t>(article.id), article.content, article.added)
      .run();
  const bool is_new = connection_.changed_rows() > 0;
  if (!article.note.empty()) note(name, article.key, article.note);
  auto tag = connection_.prepare(
      "INSERT INTO dossier_tag (dossier_id, key, tag) VALUES (?1, ?2, ?3) ON CONFLICT (dossier_id, key, tag) DO "
      "NOTHING");
  for (const std::string& each : article.tags) tag.with(dossier, article.key, each).run();
  return is_new;
}

bool Dossiers::note(const std::string& name, const std::string& key, const std::string& note) {
  connection_.prepare("UPDATE dossier_article SET note = ?3 WHERE dossier_id = ?1 AND key = ?2")
      .with(id_of(name), key, note)
      .run();
  return connection_.changed_rows() > 0;
}

bool Dossiers::take_out(const std::string& name, const std::string& key) {
  connection_.prepare("DELETE FROM dossier_article WHERE dossier_id = ?1 AND key = ?2").with(id_of(name), key).run();
  return connection_.changed_rows() > 0;
}

bool Dossiers::take_off(const std::string& name, const std::string& key, const std::string& tag) {
  connection_.prepare("DELETE FROM dossier_tag WHERE dossier_id = ?1 AND key = ?2 AND tag = ?3")
      .with(id_of(name), key, tag)
      .run();
  return connection_.changed_rows() > 0;
}

bool Dossiers::rename(const std::string& name, const std::string& new_name) {
  connection_.prepare("UPDATE OR IGNORE dossier SET name = ?2 WHERE name = ?1").with(name, new_name).run();
  return connection_.changed_rows() > 0;
}

bool Dossiers::remove(const std::string& name) {
  sqlite::Transaction transaction = begin();
  connection_.prepare("DELETE FROM dossier_article WHERE dossier_id = ?1").with(id_of(name)).run();
  connection_.prepare("DELETE FROM dossier WHERE name = ?1").with(name).run();
  const bool was_there = connection_.changed_rows() > 0;
  transaction.commit();
  return was_there;
}

}  // namespace hemero
