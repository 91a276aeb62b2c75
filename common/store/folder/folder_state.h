#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "common/store/folder/archive_folder.h"

namespace hemero {

struct FileSystem {
  std::string type;           ///< "ext4", "nfs4"; empty when that is not known
  bool over_network = false;  ///< locks and shared memory may not hold there
};

/// What can be seen of an archive without opening it, whatever state it is in. Sizes are bytes.
struct FolderState {
  FileSystem file_system;
  std::uint64_t free_bytes = 0;
  bool exists = false;  ///< there is a catalogue
  bool readable = false;
  bool writable = false;
  std::optional<pid_t> writer;                   ///< the process that writes to it
  std::optional<std::uint64_t> catalogue_bytes;  ///< nothing where they cannot be read, as those below
  std::optional<std::uint64_t> log_bytes;        ///< what was committed and has not been moved into the catalogue
  std::optional<std::uint64_t> index_bytes;
  std::vector<std::string> problems;  ///< why they cannot be read
};

/// Of a folder that does not exist, its disk is that of the folder where it would be made.
FolderState look_at_folder(const ArchiveFolder& folder);

/// The file system that a path is on: that of the longest mount point above it. `mounts` has the lines of
/// proc_pid_mountinfo(5).
FileSystem file_system_of(const std::filesystem::path& path, std::istream& mounts);

/// The size of a file, or of all files below a folder, links left aside; 0 when there is none. Throws Error when that
/// cannot be read.
std::uint64_t size_of(const std::filesystem::path& path);

/// The same; nothing when it cannot be read, and why among the `problems`.
std::optional<std::uint64_t> size_of(const std::filesystem::path& path, std::vector<std::string>& problems);

}  // namespace hemero
