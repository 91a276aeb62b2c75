#pragma once

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index doctor
struct DoctorOptions {
  ArchiveFolder archive;
  bool as_json = false;
};

Command declare(DoctorOptions& options);
int run(const DoctorOptions& options);

}  // namespace hemero
