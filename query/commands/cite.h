#pragma once

#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

/// hemero-query cite
struct CiteOptions {
  ArchiveFolder archive;
  std::vector<std::string> articles;  ///< numbers, keys and addresses; "-" for those on the standard input
  RowFormat format = RowFormat::text;
  Display display;
};

Command declare(CiteOptions& options);
int run(const CiteOptions& options);

}  // namespace hemero
