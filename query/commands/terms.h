#pragma once

#include <cstddef>
#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

/// hemero-query terms
struct TermsOptions {
  ArchiveFolder archive;
  std::string prefix;
  std::size_t limit = 10;
  bool all = false;  ///< words, without a limit
  RowFormat format = RowFormat::text;
  Display display;
};

Command declare(TermsOptions& options);
int run(const TermsOptions& options);

}  // namespace hemero
