#pragma once

#include "common/base/command.h"
#include "common/model/search_request.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query explain
struct ExplainQueryOptions {
  ArchiveFolder archive;
  SearchRequest request;
  bool synonyms = false;
};

Command declare(ExplainQueryOptions& options);
int run(const ExplainQueryOptions& options);

}  // namespace hemero
