#pragma once

#include <optional>

#include "common/model/page.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// The copies of a version that is shown, and the earliest of them; nothing when it has none.
std::optional<Copies> copies_of(VersionId version, ArchiveReader& archive);

}  // namespace hemero
