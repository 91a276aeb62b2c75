#pragma once

#include <string>
#include <vector>

#include "common/store/archive_reader.h"
#include "common/store/archive_sizes.h"

namespace hemero {

/// What an archive in the folder of this path holds, as one JSON object (docs/json-output.md), without a line feed;
/// with what takes how much of the disk where that was measured.
std::string status_json(const ArchiveStatus& status, const std::string& path, const std::vector<NamedSize>& parts = {});

}  // namespace hemero
