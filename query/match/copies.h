#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/model/page.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// The copies of a version that is shown, and the earliest of them; nothing when it has none.
std::optional<Copies> copies_of(VersionId version, ArchiveReader& archive);

/// The articles with the text of a version, its own among them, in the order of their publication, undated ones last:
/// whole but for their texts. None when it has no copies.
std::vector<Hit> printings_of(VersionId version, ArchiveReader& archive);

/// How many of these versions are no copies of one another.
std::uint64_t count_texts(const std::vector<VersionId>& versions, const CopyTable& copies);

}  // namespace hemero
