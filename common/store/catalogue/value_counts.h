#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// What the articles of an archive can be listed by.
enum class ListedValue : std::uint8_t { source, author, section, language, year };

/// A value, and how many articles have it.
struct ValueCount {
  std::string value;
  std::uint64_t articles = 0;
};

/// The values that articles with a current version have, most articles first, then by their letters; years in their
/// order. An article of several authors counts for each; one without a value for none.
std::vector<ValueCount> count_values(const ArchiveFolder& folder, ListedValue listed);

}  // namespace hemero
