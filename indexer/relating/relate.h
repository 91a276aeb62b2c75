#pragma once

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index relate
struct RelateOptions {
  ArchiveFolder archive;
};

Command declare(RelateOptions& options);
int run(const RelateOptions& options);

}  // namespace hemero
