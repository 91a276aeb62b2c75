#include "common/store/writing/open_archive.h"

#include <utility>

#include "common/store/index/index_folder.h"
#include "common/store/writing/upgrade.h"

namespace hemero {

namespace {

ArchiveFolder prepared(const ArchiveFolder& folder, bool create) {
  if (!create) require_archive(folder);
  std::error_code unknown;  // what cannot be looked at is told when it is opened
  IndexFolder(folder.index()).require_ours(std::filesystem::exists(folder.catalogue(), unknown));
  if (create) create_folder(folder);
  return folder;
}

}  // namespace

OpenArchive::OpenArchive(const ArchiveFolder& archive, WriterOptions how)
    : folder(prepared(archive, how.create)),
      options(std::move(how)),
      lock(folder),
      connection(
          open_catalogue(folder, options.create ? sqlite::Access::create : sqlite::Access::write, complete_upgrade)) {}

}  // namespace hemero
