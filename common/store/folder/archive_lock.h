#pragma once

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Held while the archive is written; a second writer gets Error (locked). What is locked is the archive's folder
/// itself, which cannot be taken away under a writer, and the file `lock` in it, where programs look that do not know
/// of the other, and other machines where a share passes on the locks of files alone. Released by the destructor or by
/// the end of the process, however it comes. Throws Error (io) where the file system has no locks.
class ArchiveLock {
 public:
  explicit ArchiveLock(const ArchiveFolder& folder);

 private:
  /// Closed by the destructor, and so released.
  struct Descriptor {
    int number = -1;
    Descriptor(const std::filesystem::path& path, int flags);
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
  };

  Descriptor folder_;
  Descriptor file_;
};

/// True while a writer holds the archive's lock.
bool is_written(const ArchiveFolder& folder);

}  // namespace hemero
