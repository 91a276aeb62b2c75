#pragma once

#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index export
struct ExportOptions {
  ArchiveFolder archive;
  std::string output = "-";   ///< file; "-" for the standard output
  bool only_current = false;  ///< current versions only
};

Command declare(ExportOptions& options);
int run(const ExportOptions& options);

}  // namespace hemero
