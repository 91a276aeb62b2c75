#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace hemero {

/// A file that is written once: made when it is not there, emptied when it is. Whatever fails throws Error.
class DurableFile {
 public:
  explicit DurableFile(std::filesystem::path path);
  ~DurableFile();
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;

  /// Writes bytes at an offset in bytes, which may lie behind the end.
  void write(std::uint64_t offset, std::string_view bytes);

  /// Waits until what was written is on the disk.
  void sync();

 private:
  std::filesystem::path path_;
  int descriptor_;
};

/// Writes a whole file and waits until its bytes are on the disk. Throws Error.
void write_durably(const std::filesystem::path& file, std::string_view bytes);

/// Waits until a file that another one wrote is on the disk. Throws Error.
void sync_file(const std::filesystem::path& file);

/// The bytes of a file; throws Error where it cannot be read, bad_data where it is no ordinary one, or above 256 MB.
std::string read_bytes(const std::filesystem::path& file);

/// Waits until the names of the files in a folder are on the disk, where its file system can tell. Throws Error where
/// they cannot be written.
void sync_folder(const std::filesystem::path& folder);

/// Gives a file the name of another one, which it replaces. Throws Error.
void replace_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Removes a file, if it is there. Throws Error.
void remove_file(const std::filesystem::path& file);

/// Makes a folder and those above it that are missing, and waits until their names are on the disk.
void create_folders(const std::filesystem::path& folder, std::error_code& error);

}  // namespace hemero
