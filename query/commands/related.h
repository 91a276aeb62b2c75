#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

/// hemero-query related
struct RelatedOptions {
  ArchiveFolder archive;
  std::vector<std::string> words;  ///< that are taken together
  std::size_t limit = 20;
  RowFormat format = RowFormat::text;
  Display display;
};

Command declare(RelatedOptions& options);
int run(const RelatedOptions& options);

}  // namespace hemero
