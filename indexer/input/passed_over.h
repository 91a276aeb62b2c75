#pragma once

#include <filesystem>
#include <string>

namespace hemero {

// What stands in folders of articles and is none.

/// True for a file that describes its folder or belongs to the system, by its name: README.md, LICENSE, SHA256SUMS,
/// delivery.zip.md5, Thumbs.db.
bool describes_folder(const std::string& name);

/// True for a folder that is an archive of hemero-index.
bool is_archive(const std::filesystem::path& folder);

}  // namespace hemero
