#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "common/store/glass/table.h"

namespace hemero::glass {

/// What a database says of all its documents.
struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last = 0;               ///< the highest id
  std::uint64_t length = 0;             ///< of all documents together
  std::uint32_t shortest = 0;           ///< length of a document, of those that have any; 0 without one
  std::uint32_t longest = 0;            ///< length of a document
  std::uint32_t highest_frequency = 0;  ///< of a term within a document
};

/// Writes the file that makes a folder with a table of postings a database, `iamglass`, and waits until it is on the
/// disk. The same table, statistics and seed make the same bytes: the database's uuid is a hash of them.
void write_version_file(const std::filesystem::path& folder, const TableRoot& postings, const Statistics& statistics,
                        std::string_view seed);

}  // namespace hemero::glass
