#include "common/store/catalogue_lookup.h"

namespace hemero {

CatalogueLookup::CatalogueLookup(const ArchiveFolder& folder)
    : connection_(open_catalogue(folder, sqlite::Access::read)),
      find_(connection_.prepare("SELECT content_hash = ?2 FROM article JOIN version ON version.id = version_id "
                                "WHERE key = ?1")) {}

bool CatalogueLookup::holds(std::string_view key, const Hash128& content) {
  const std::string_view bytes(reinterpret_cast<const char*>(content.data()), content.size());
  find_.with(key, sqlite::Blob{bytes});
  bool held = false;
  while (find_.step()) held = find_.integer(0) != 0;
  return held;
}

}  // namespace hemero
