#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/store/backup/stored_files.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/index/part_list.h"

namespace hemero {

/// One state of an archive, which stays as it is while a writer goes on: its files are open, and so is a read
/// transaction on the catalogue. The index was opened first, so that everything that it knows is in the catalogue.
struct ArchiveSnapshot {
  struct File {
    std::string name;  ///< within the archive
    SourceFile source;
  };

  /// Throws Error where a file was taken away meanwhile, and as open_catalogue() does.
  explicit ArchiveSnapshot(const ArchiveFolder& folder);

  std::optional<PartList> list;  ///< of the index; nothing where there is none that fits: it can be made anew
  std::vector<File> files;       ///< all but the catalogue and the list of parts
  sqlite::Connection connection;
  sqlite::Transaction state;
};

/// Opens a snapshot, again when a writer published meanwhile.
std::unique_ptr<ArchiveSnapshot> take_snapshot(const ArchiveFolder& folder);

}  // namespace hemero
