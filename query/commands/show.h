#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query show
struct ShowOptions {
  ArchiveFolder archive;
  std::uint32_t article = 0;
  bool lists_versions = false;
  std::optional<std::uint64_t> version;            ///< which one is shown, from 1
  std::optional<std::vector<std::uint64_t>> diff;  ///< numbers of versions; of none, the last two
  bool as_json = false;
};

Command declare(ShowOptions& options);
int run(const ShowOptions& options);

}  // namespace hemero
