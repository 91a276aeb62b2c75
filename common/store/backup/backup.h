#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "common/store/backup/stored_files.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// How a backup is asked to go on: how many bytes were looked at, and how many there are to look at, about.
using BackupProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

struct BackupOutcome {
  bool finished = true;         ///< false when it was stopped: what was there before still stands
  bool has_index = true;        ///< false when the archive has none that fits: it is made anew after a restore
  std::string left_out = {};    ///< why what a reader keeps (user.sqlite) is not in it; empty when nothing is
  std::uint64_t articles = 0;   ///< current ones
  std::uint64_t copied = 0;     ///< bytes that were not in the backup before
  std::uint64_t unchanged = 0;  ///< bytes that were
};

/// Makes a folder the backup of the archive as it is now, whatever a writer does meanwhile. What it had before is the
/// backup until the new one is whole: written, read back from the disk and compared. What a reader keeps in the
/// archive's folder goes with it; where that cannot be read the archive has its backup all the same. Throws Error:
/// bad_data when the catalogue's structure is damaged, cannot_create when the folder holds anything else, the backup of
/// another archive, or lies in the archive, locked while another backup is made there.
BackupOutcome back_up(const ArchiveFolder& archive, const std::filesystem::path& to, const BackupProgress& progress);

}  // namespace hemero
