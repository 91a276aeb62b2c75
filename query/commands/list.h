#pragma once

#include <optional>
#include <string>

#include "common/command/command.h"
#include "common/store/catalogue/value_counts.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

/// hemero-query list
struct ListOptions {
  ArchiveFolder archive;
  std::optional<ListedValue> listed;  ///< given, once the command line is read
  std::string like;                   ///< a part of the values; empty for all
  RowFormat format = RowFormat::text;
  Display display;
};

Command declare(ListOptions& options);
int run(const ListOptions& options);

}  // namespace hemero
