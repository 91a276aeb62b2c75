#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/model/page.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// The copies of a version that is shown, and the earliest of them; nothing when it has none.
std::optional<Copies> copies_of(VersionId version, ArchiveReader& archive);

/// How many of these versions are no copies of one another.
std::uint64_t count_texts(const std::vector<VersionId>& versions, const CopyTable& copies);

}  // namespace hemero
