#pragma once

#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index restore
struct RestoreOptions {
  ArchiveFolder archive;
  std::string from;  ///< folder
  bool dry_run = false;
};

Command declare(RestoreOptions& options);
int run(const RestoreOptions& options);

}  // namespace hemero
