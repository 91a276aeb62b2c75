#pragma once

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "indexer/ingest/work_options.h"

namespace hemero {

/// hemero-index repair
struct RepairOptions {
  ArchiveFolder archive;
  WorkOptions work;
};

Command declare(RepairOptions& options);
int run(const RepairOptions& options);

}  // namespace hemero
