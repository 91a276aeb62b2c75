#pragma once

#include <cstdint>
#include <optional>

#include "common/command/command.h"
#include "common/store/checking/archive_check.h"

namespace hemero {

/// hemero-index check
struct CheckCommandOptions {
  ArchiveFolder archive;
  bool full = false;                  ///< every byte
  std::optional<std::uint64_t> time;  ///< seconds to read articles
  bool as_json = false;
};

Command declare(CheckCommandOptions& options);
int run(const CheckCommandOptions& options);

/// Looks at an archive, and shows how far it has come; options of check_archive() but for the progress.
Findings check_with_progress(const ArchiveFolder& archive, CheckOptions options);

}  // namespace hemero
