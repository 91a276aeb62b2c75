#pragma once

#include <optional>

#include "query/answer/searcher.h"
#include "query/report/search_report.h"
#include "query/request/request_address.h"

namespace hemero {

/// Reports now on a search in an archive that has its columns. Nothing when the time was over before all was found: a
/// report is whole.
std::optional<SearchReport> make_report(const AskedSearch& asked, ArchiveReader& archive, Searcher& searcher);

}  // namespace hemero
