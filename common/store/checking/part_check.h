#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/store/checking/finding.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/index/part_list.h"

namespace hemero {

/// Reads every byte of a part of the index, and all that its database and its token streams hold. `sum` is what its
/// postings should come to, all but those of versions left out, ascending; nothing where that is not known.
void check_part(const ArchiveFolder& folder, const Part& part, std::optional<std::uint64_t> sum,
                std::vector<VersionId> left_out, const FindingSender& sender);

}  // namespace hemero
