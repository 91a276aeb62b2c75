#include "common/store/catalogue/catalogue_lookup.h"

#include "common/store/catalogue/place.h"

namespace hemero {

CatalogueLookup::CatalogueLookup(const ArchiveFolder& folder)
    : connection_(open_catalogue(folder, sqlite::Access::read)),
      lines_(connection_),
      articles_(connection_, damages_),
      was_empty_(!connection_.prepare("SELECT 1 FROM article LIMIT 1").for_first([](const auto&) {})),
      find_(connection_.prepare(
          "SELECT content_hash = ?2, version.id FROM article JOIN version ON version.id = version_id "
          "WHERE key = ?1")),
      find_content_(
          connection_.prepare("SELECT article.id, key, version.id FROM version JOIN article ON version.id = version_id "
                              "WHERE content_hash = ?1 ORDER BY key <> ?2, article.id")),
      find_version_(connection_.prepare("SELECT content_hash = ?2, version.id, version.id = version_id FROM version "
                                        "JOIN article ON article.id = article_id "
                                        "WHERE key = ?1 ORDER BY version.id LIMIT -1 OFFSET ?3")) {}

bool CatalogueLookup::holds(std::string_view key, const Hash128& content) {
  if (was_empty_) return false;
  const std::string_view bytes(reinterpret_cast<const char*>(content.data()), content.size());
  find_.with(key, sqlite::Blob{bytes});
  std::optional<VersionId> held;
  find_.for_first([&](const sqlite::Statement& row) {
    if (row.integer(0) != 0) held = row.id<VersionId>(1);
  });
  return held && articles_.is_sound(*held);
}

std::optional<PlacedKey> CatalogueLookup::placed(const Article& read, const Hash128& content) {
  const std::string_view bytes(reinterpret_cast<const char*>(content.data()), content.size());
  std::optional<PlacedKey> found;
  VersionId version{};
  bool found_here = false;
  find_content_.with(sqlite::Blob{bytes}, read.key);
  while (find_content_.step()) {
    const std::string_view key = find_content_.text(1);
    const bool here = file_of_place(key) == file_of_place(read.key);
    if ((found && (found_here || !here)) || !is_same_article(read, key)) continue;
    found = {find_content_.id<ArticleId>(0), std::string(key)};
    version = find_content_.id<VersionId>(2);
    found_here = here;
  }
  return found && articles_.is_sound(version) ? found : std::nullopt;
}

bool CatalogueLookup::holds_version(std::string_view key, const Hash128& content, std::uint64_t number) {
  const std::string_view bytes(reinterpret_cast<const char*>(content.data()), content.size());
  find_version_.with(key, sqlite::Blob{bytes}, number - 1);
  bool held = false;
  std::optional<VersionId> current;
  while (find_version_.step()) {
    if (find_version_.integer(0) == 0) continue;
    held = true;
    if (find_version_.integer(2) != 0) current = find_version_.id<VersionId>(1);
  }
  return held && (!current || articles_.is_sound(*current));
}

}  // namespace hemero
