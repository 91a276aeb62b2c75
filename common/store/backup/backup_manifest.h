#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// A file of an archive, as a backup has it.
struct BackupFile {
  std::string name;  ///< within the archive: "archive.sqlite", "index/part-000003/streams"
  std::uint64_t bytes = 0;
  std::string hash;           ///< hash_text() of its content
  std::int64_t modified = 0;  ///< when it was changed last, nanoseconds since 1970; 0 where that tells nothing

  bool operator==(const BackupFile&) const = default;
};

/// What a backup consists of: one state of an archive. Each file lies in the folder `files` under its name and its
/// hash, so that a file that has not changed is the same file in the next backup.
struct BackupManifest {
  std::string archive = {};    ///< uuid
  std::int64_t format = 0;     ///< of the archive
  std::uint64_t articles = 0;  ///< current ones
  std::string taken = {};      ///< UTC, ISO 8601
  std::vector<BackupFile> files = {};

  bool operator==(const BackupManifest&) const = default;
};

/// As backup.tsv has it (docs/format.md).
std::string encode_manifest(const BackupManifest& manifest);

/// Nothing when the text is not what encode_manifest() gave, or names a file that no archive has.
std::optional<BackupManifest> decode_manifest(std::string_view text);

/// The name of a file within the backup's folder `files`: "part-000003.streams.50a1…".
std::string stored_name(const BackupFile& file);

/// What a file in that folder is called while its hash is not known yet, and what SQLite keeps beside it meanwhile.
inline constexpr std::array<std::string_view, 4> draft_names{"new", "new-journal", "new-wal", "new-shm"};

/// Whether something in that folder bears a name that backups give, also of a file that is being written.
bool is_stored_name(std::string_view name);

/// Where a backup has what.
struct BackupFolder {
  std::filesystem::path path;

  std::filesystem::path manifest() const { return path / "backup.tsv"; }
  std::filesystem::path files() const { return path / "files"; }
  std::filesystem::path file(const BackupFile& file) const { return files() / stored_name(file); }
};

/// The manifest of a backup; nothing when there is none. Throws Error (bad_data) when it is damaged.
std::optional<BackupManifest> read_manifest(const BackupFolder& folder);

}  // namespace hemero
