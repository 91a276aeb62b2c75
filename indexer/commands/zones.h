#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "indexer/ingest/work_options.h"

namespace hemero {

/// hemero-index zones
struct ZonesOptions {
  ArchiveFolder archive;
  std::string site;  ///< whose lines; empty for all sites
  bool learns = false;
  bool forgets = false;
  std::optional<std::uint64_t> least;  ///< articles that a line must stand in to be learnt
  std::vector<std::string> lines;      ///< to be learnt or forgotten; none: those that are frequent, or all
  bool as_json = false;
  WorkOptions work;
};

Command declare(ZonesOptions& options);
int run(const ZonesOptions& options);

}  // namespace hemero
