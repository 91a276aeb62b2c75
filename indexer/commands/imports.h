#pragma once

#include <cstdint>
#include <optional>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index imports
struct ImportsOptions {
  ArchiveFolder archive;
  std::optional<std::int64_t> undo;  ///< the run that is taken back
  bool as_json = false;
  bool yes = false;  ///< it is agreed to, and not asked about
};

Command declare(ImportsOptions& options);
int run(const ImportsOptions& options);

}  // namespace hemero
