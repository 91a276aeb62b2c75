#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"

namespace hemero {

/// hemero-query show
struct ShowOptions {
  ArchiveFolder archive;
  std::vector<std::string> articles;  ///< numbers, keys and addresses; "-" for those on the standard input
  bool lists_versions = false;
  bool lists_printings = false;                    ///< the articles with the same text
  std::optional<std::uint64_t> version;            ///< which one is shown, from 1
  std::optional<std::vector<std::uint64_t>> diff;  ///< numbers of versions; of none, the last two
  std::optional<std::string> query;                ///< of which every place is marked
  bool opens = false;                              ///< in a browser, rather than printing
  bool as_json = false;
  Display display;
};

Command declare(ShowOptions& options);
int run(const ShowOptions& options);

}  // namespace hemero
