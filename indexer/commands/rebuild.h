#pragma once

#include <functional>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/writing/rebuild.h"

namespace hemero {

/// hemero-index rebuild
struct RebuildOptions {
  ArchiveFolder archive;
  unsigned jobs = 1;
};

Command declare(RebuildOptions& options);
int run(const RebuildOptions& options);

/// Makes the index anew after a change, both at once.
void rebuild_archive(const ArchiveFolder& archive, unsigned jobs, const std::function<void(Rebuild&)>& change);

}  // namespace hemero
