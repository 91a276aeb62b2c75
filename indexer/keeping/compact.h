#pragma once

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index compact
struct CompactOptions {
  ArchiveFolder archive;
};

Command declare(CompactOptions& options);
int run(const CompactOptions& options);

}  // namespace hemero
