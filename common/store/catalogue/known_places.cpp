#include "common/store/catalogue/known_places.h"

#include "common/store/catalogue/content_hash.h"
#include "common/store/catalogue/lines.h"

namespace hemero {

std::vector<KnownPlace> known_places(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows =
      connection.prepare("SELECT path, options, started FROM place JOIN run ON run.id = run_id ORDER BY path");
  std::vector<KnownPlace> places;
  while (rows.step())
    places.push_back({std::string(rows.text(0)), split_lines(rows.text(1)), std::string(rows.text(2))});
  return places;
}

void remember_place(sqlite::Connection& connection, const std::string& path, const std::vector<std::string>& options,
                    std::int64_t run) {
  connection.prepare("INSERT OR REPLACE INTO place (path, options, run_id) VALUES (?1, ?2, ?3)")
      .with(path, join_lines(options), run)
      .run();
}

bool forget_place(sqlite::Connection& connection, const std::string& path) {
  return connection.prepare("DELETE FROM place WHERE path = ?1 RETURNING 1").with(path).for_first([](const auto&) {});
}

void for_each_read(const ArchiveFolder& folder, const std::function<void(const ReadArticle&)>& tell) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows = connection.prepare(
      "SELECT article.id, key, content_hash, folder, path, origin_id FROM article JOIN version ON version.id = "
      "version_id JOIN run ON run.id = run_id JOIN origin ON origin.id = origin_id "
      "WHERE path <> '-' AND path NOT LIKE '-/%' ORDER BY article.id");
  while (rows.step()) {
    const auto file = std::filesystem::path(rows.text(3)) / rows.text(4);
    if (!file.is_absolute()) continue;
    tell({rows.id<ArticleId>(0), std::string(rows.text(1)), read_hash(rows.blob(2)), file.lexically_normal(),
          rows.integer(5)});
  }
}

bool is_in_place(const std::filesystem::path& file, const std::string& place) {
  const std::string& path = file.native();
  if (!path.starts_with(place)) return false;
  return path.size() == place.size() || place.ends_with('/') || path[place.size()] == '/';
}

}  // namespace hemero
