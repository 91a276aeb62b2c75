#pragma once

#include <filesystem>

#include "common/store/backup/backup.h"
#include "common/store/backup/backup_manifest.h"

namespace hemero {

/// A backup, held against its manifest. Throws Error: no_archive when there is none, bad_data when a byte of it is
/// missing or another, other_version when it is of a format that this program does not know.
class CheckedBackup {
 public:
  /// Nothing is done when `progress` says so: then is_checked() is false.
  CheckedBackup(std::filesystem::path from, const BackupProgress& progress);

  bool is_checked() const { return checked_; }
  const BackupManifest& manifest() const { return manifest_; }

  /// Makes the archive of it, in a folder that has none; false when `progress` stopped it, and there is none yet. What
  /// people have written into the folder stays (synonyms.tsv, user.sqlite). Throws Error: cannot_create when there is
  /// an archive or its log, the index of another archive, or anything else in its `index`; locked while a program
  /// writes there.
  bool restore(const ArchiveFolder& to, const BackupProgress& progress) const;

 private:
  bool copy(const BackupFile& file, const std::filesystem::path& to, const GoOn& go_on) const;

  BackupFolder from_;
  BackupManifest manifest_;
  std::uint64_t bytes_ = 0;
  bool checked_ = false;
};

}  // namespace hemero
