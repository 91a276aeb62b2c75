#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// A part of the index, as one lists them.
struct PartState {
  std::string folder;  ///< within the index
  VersionId first{};   ///< its versions lie between these two
  VersionId last{};
  std::uint64_t current = 0;  ///< versions that searches find
  std::uint64_t dead = 0;     ///< versions that were replaced or removed since it was made
  std::uint64_t bytes = 0;    ///< on the disk
  bool closed = false;        ///< too large to be merged with others
};

/// The parts of an archive's index, in their order. Throws Error: no_archive, bad_data when there is no index or it is
/// damaged, other_version when an older program made it.
std::vector<PartState> part_states(const ArchiveFolder& folder);

}  // namespace hemero
