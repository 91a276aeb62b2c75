#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// A file of a folder that is never changed: what it was when it was made.
struct ManifestFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string hash;  ///< XXH3, 128 bits, in hexadecimal
};

/// How closely files are looked at.
enum class Look {
  sizes,  ///< whether they are there, and as long as they were
  small,  ///< the same, and every byte of the small ones: what costs next to nothing
  bytes,  ///< every byte
};

/// What names the files of a folder, in that folder.
inline constexpr const char* manifest_name = "manifest.tsv";

/// Writes the manifest of a folder whose files are complete, and waits until it is on the disk. Throws Error.
void write_manifest(const std::filesystem::path& folder);

/// The files of a folder; nothing where older programs made it, without a manifest. Throws Error (bad_data) when the
/// manifest is damaged.
std::optional<std::vector<ManifestFile>> read_manifest(const std::filesystem::path& folder);

/// The names of those that are missing or other than they were; empty also where there is no manifest. Throws Error as
/// read_manifest(), and io when one cannot be read.
std::vector<std::string> damaged_files(const std::filesystem::path& folder, Look look);

/// Throws Error (bad_data) when there are some, but for files whose name begins with `apart`, unless that is empty.
void require_undamaged(const std::filesystem::path& folder, Look look, std::string_view apart = {});

}  // namespace hemero
