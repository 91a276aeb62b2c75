#include "common/store/writing/open_archive.h"

#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/index/index_folder.h"
#include "common/store/writing/upgrade.h"

namespace hemero {

namespace {

ArchiveFolder prepared(const ArchiveFolder& folder, bool create) {
  if (!create) require_archive(folder);
  std::error_code unknown;  // what cannot be looked at is told when it is opened
  const IndexFolder index(folder.index());
  const auto bytes = std::filesystem::file_size(folder.catalogue(), unknown);
  const bool has_catalogue = !unknown && bytes > 0;
  index.require_ours(has_catalogue);
  if (!has_catalogue && index.has_index())
    throw Error(ErrorCode::bad_data,
                message("the archive in {} has lost its catalogue: there is an index, and no archive.sqlite",
                        folder.path.string()),
                message("“hemero-index restore” brings it back from a backup; to begin anew, move the folder “index” "
                        "away"));
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
