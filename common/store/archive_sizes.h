#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// What takes room in an archive.
struct NamedSize {
  std::string_view name;  ///< "texts", "fields", "vocabulary", "copies", "postings", "streams", "other"
  std::uint64_t bytes = 0;
};

/// How many bytes of its files each part of an archive takes, in a fixed order; together all of them. Looks at each
/// page of the catalogue, where the library of SQLite tells of pages; else the catalogue is "other" but for the texts.
std::vector<NamedSize> measure_sizes(const ArchiveFolder& folder);

}  // namespace hemero
