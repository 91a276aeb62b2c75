#pragma once

#include "common/command/command.h"
#include "common/model/search_request.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

/// hemero-query explain
struct ExplainQueryOptions {
  ArchiveFolder archive;
  SearchRequest request;
  bool synonyms = false;
  RowFormat format = RowFormat::text;
  Display display;
};

Command declare(ExplainQueryOptions& options);
int run(const ExplainQueryOptions& options);

}  // namespace hemero
