#pragma once

#include <cstdint>
#include <functional>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Tells on standard error which files are gone from the known places. With `prune` their articles are removed, when
/// `agreed` says yes to so many; those of a place that is not reachable stay. False when it said no.
bool look_after_gone(const ArchiveFolder& archive, bool prune,
                     const std::function<bool(std::uint64_t articles)>& agreed);

}  // namespace hemero
