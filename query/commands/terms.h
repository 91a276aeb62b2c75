#pragma once

#include <cstddef>
#include <string>

#include "common/base/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query terms
struct TermsOptions {
  ArchiveFolder archive;
  std::string prefix;
  std::size_t limit = 10;
};

Command declare(TermsOptions& options);
int run(const TermsOptions& options);

}  // namespace hemero
