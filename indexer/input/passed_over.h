#pragma once

#include <filesystem>
#include <string_view>

namespace hemero {

// What stands in folders and containers of articles and is none.

/// True for a name of a file or folder that no one is meant to see, or that a system put there: ".git", "__MACOSX".
bool is_hidden(std::string_view name);

/// True for a file that describes its folder, its package or its site, or belongs to the system, by its name or by the
/// last parts of its path: README.md, SHA256SUMS, delivery.zip.md5, Thumbs.db; bag-info.txt of BagIt, datapackage.json
/// and pages/pages.jsonl of WACZ, index.cdx of web archives; robots.txt.
bool describes_folder(const std::filesystem::path& path);

/// True for a folder that is an archive of hemero-index.
bool is_archive(const std::filesystem::path& folder);

}  // namespace hemero
