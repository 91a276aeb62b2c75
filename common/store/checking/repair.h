#pragma once

#include <filesystem>
#include <vector>

#include "common/store/checking/finding.h"
#include "common/store/checking/salvage.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/writing/open_archive.h"

namespace hemero {

/// What became of a damaged archive.
struct Repair {
  std::filesystem::path kept = {};  ///< the folder, in the archive's, with copies of all that was damaged
  Salvage catalogue = {};           ///< what of the articles was lost or is not what it was
  std::uint64_t articles = 0;       ///< that were indexed anew
};

/// Mends what check_archive() found (at least one finding): what is derived is made anew, of a damaged catalogue all
/// that can be read is kept. Nothing that is damaged goes before a copy of it stands. `options` say how the index is
/// made. Throws Error, and locked while the archive is written.
Repair repair_archive(const ArchiveFolder& folder, const Findings& findings, WriterOptions options);

}  // namespace hemero
