#pragma once

#include <functional>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/writing/rebuild.h"
#include "indexer/ingest/work_options.h"

namespace hemero {

/// hemero-index rebuild
struct RebuildOptions {
  ArchiveFolder archive;
  WorkOptions work;
};

Command declare(RebuildOptions& options);
int run(const RebuildOptions& options);

/// Makes the index anew after a change, both at once; the exit status, with what is damaged told.
int rebuild_archive(const ArchiveFolder& archive, const WorkOptions& work, const std::function<void(Rebuild&)>& change);

}  // namespace hemero
