#pragma once

#include <string>
#include <vector>

#include "common/model/occurrences.h"
#include "query/markup/page_request.h"

namespace hemero {

/// How many lines a page of a concordance has.
inline constexpr std::size_t lines_a_page = 50;

/// Every occurrence of a query in its line, one page of them. `articles` are the archive's.
std::string concordance_page(const PageRequest& request, const OccurrenceTotals& totals,
                             const std::vector<ConcordanceLine>& lines, std::uint64_t articles);

/// The words that stand beside a query's, the best first.
std::string collocates_page(const PageRequest& request, const CollocateAnswer& answer, std::uint64_t articles);

}  // namespace hemero
