#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// What can be seen of an archive without opening it, whatever state it is in. Sizes are bytes.
struct FolderState {
  std::string file_system;    ///< "ext4", "nfs4"; empty when that is not known
  bool over_network = false;  ///< locks and shared memory may not hold there
  std::uint64_t free_bytes = 0;
  bool exists = false;  ///< there is a catalogue
  bool readable = false;
  bool writable = false;
  std::optional<pid_t> writer;  ///< the process that writes to it
  std::uint64_t catalogue_bytes = 0;
  std::uint64_t log_bytes = 0;  ///< what was committed and has not been moved into the catalogue
  std::uint64_t index_bytes = 0;
};

/// Of a folder that does not exist, its disk is that of the folder where it would be made.
FolderState look_at_folder(const ArchiveFolder& folder);

/// The size of a file, or of all files below a folder; 0 when there is none.
std::uint64_t size_of(const std::filesystem::path& path);

}  // namespace hemero
