#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "common/store/backup/backup_manifest.h"

namespace hemero {

/// Asked while bytes are read or written, with how many there were since it was asked last: false to stop.
using GoOn = std::function<bool(std::uint64_t bytes)>;

/// A file that is open to be read, so that nobody can take it away any more.
class SourceFile {
 public:
  /// Throws Error where it cannot be opened.
  explicit SourceFile(std::filesystem::path path);
  ~SourceFile();
  SourceFile(SourceFile&& other) noexcept;
  SourceFile& operator=(SourceFile&& other) noexcept;

  std::uint64_t bytes() const { return bytes_; }
  std::int64_t modified() const { return modified_; }  ///< nanoseconds since 1970

  /// Calls `take` for all that it holds, from its begin, piece by piece, until that says false; whether it never did.
  bool read(const std::function<bool(std::string_view)>& take) const;

  /// Makes that read what is on the disk, not what the system remembers of it.
  void forget_cached() const;

 private:
  std::filesystem::path path_;
  int descriptor_;
  std::uint64_t bytes_ = 0;
  std::int64_t modified_ = 0;
};

/// Copies a file and waits until the copy is on the disk; the hash of what was copied, nothing when it was stopped.
std::optional<std::string> copy_durably(const SourceFile& from, const std::filesystem::path& to, const GoOn& go_on);

/// The hash of what a file holds; nothing when it was stopped.
std::optional<std::string> hash_of(const SourceFile& file, const GoOn& go_on);

/// Whether a backup has this file, every byte of it, on its disk; nothing when it was stopped.
std::optional<bool> is_whole(const BackupFolder& folder, const BackupFile& file, const GoOn& go_on);

}  // namespace hemero
