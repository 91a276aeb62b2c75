#pragma once

#include <filesystem>
#include <string_view>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// A small archive, and what strangers may make of it: bytes say which, so that a fuzzer finds its way, and whatever
/// they say means something. Hashes and checksums that they could make themselves fit afterwards. Xapian's own files
/// are left alone: what it makes of other bytes is not ours to test.
class DamagedArchive {
 public:
  /// Makes the sound one, which has all that an archive can have, in a folder that is there.
  explicit DamagedArchive(std::filesystem::path folder);

  /// A copy of it, damaged as the bytes say; the one before is gone.
  ArchiveFolder make(std::string_view bytes) const;

 private:
  std::filesystem::path folder_;
};

/// Asks an archive for all that readers ask of one. Errors of ours are answers as well.
void ask_everything(const ArchiveFolder& archive);

/// Adds to it, and makes it anew. The same holds.
void write_to(const ArchiveFolder& archive);

}  // namespace hemero
