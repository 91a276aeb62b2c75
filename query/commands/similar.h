#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

/// hemero-query similar
struct SimilarOptions {
  ArchiveFolder archive;
  std::string article;  ///< its number, key or address
  std::size_t limit = 10;
  std::size_t snippets = 1;  ///< of each article
  RowForm form;
  Display display;
  std::optional<double> deadline;  ///< seconds that finding may take; none or 0: as many as it needs
};

Command declare(SimilarOptions& options);
int run(const SimilarOptions& options);

}  // namespace hemero
