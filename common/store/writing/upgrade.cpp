#include "common/store/writing/upgrade.h"

#include "common/store/catalogue/address_store.h"
#include "common/store/vocabulary/vocabulary_writer.h"

namespace hemero {

void complete_upgrade(sqlite::Connection& connection) {
  VocabularyWriter(connection).remake_shapes();
  AddressStore addresses(connection);
  sqlite::Statement versions = connection.prepare("SELECT id, url FROM version WHERE url <> '' ORDER BY id");
  while (versions.step()) addresses.put(versions.id<VersionId>(0), versions.text(1));
  addresses.flush();
}

}  // namespace hemero
