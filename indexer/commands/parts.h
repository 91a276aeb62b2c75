#pragma once

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// `hemero-index parts`: of what the index consists.
struct PartsOptions {
  ArchiveFolder archive;
  bool as_json = false;
};

Command declare(PartsOptions& options);
int run(const PartsOptions& options);

}  // namespace hemero
