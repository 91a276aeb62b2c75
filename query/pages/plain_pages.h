#pragma once

#include <string>

#include "common/store/archive_reader.h"

namespace hemero {

/// How to search, by examples that are links. `language` as the address says it.
std::string help_page(std::uint64_t articles, const std::string& language);

/// What the archive holds, and whether all is well.
std::string state_page(const ArchiveStatus& status, std::uint64_t articles, const std::string& language);

/// How far the pages can be used by everyone, how that was tried, and what is known to be wanting.
std::string accessibility_page(std::uint64_t articles, const std::string& language);

}  // namespace hemero
