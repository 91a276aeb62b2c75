#pragma once

#include <cstddef>
#include <cstdint>

#include "common/base/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query similar
struct SimilarOptions {
  ArchiveFolder archive;
  std::uint32_t article = 0;
  std::size_t limit = 10;
  bool as_json = false;
};

Command declare(SimilarOptions& options);
int run(const SimilarOptions& options);

}  // namespace hemero
