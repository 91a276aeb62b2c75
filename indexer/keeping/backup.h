#pragma once

#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index backup
struct BackupOptions {
  ArchiveFolder archive;
  std::string to;  ///< folder
};

Command declare(BackupOptions& options);
int run(const BackupOptions& options);

}  // namespace hemero
