#pragma once

#include "common/store/archive_reader.h"
#include "query/answer/searcher.h"
#include "query/plan/explanation.h"

namespace hemero {

/// How a query is understood in an archive.
Explanation explain(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher);

}  // namespace hemero
