#pragma once

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index status
struct StatusOptions {
  ArchiveFolder archive;
  bool as_json = false;
  bool sizes = false;  ///< measure what each part takes
};

Command declare(StatusOptions& options);
int run(const StatusOptions& options);

}  // namespace hemero
