#pragma once

#include <string>
#include <vector>

#include "common/model/facet.h"
#include "common/model/timeline.h"
#include "query/answer/source_list.h"
#include "query/markup/page_request.h"

namespace hemero {

/// What an archive has, by where it is from.
struct Holdings {
  std::vector<ListedSource> sources;
  std::vector<Facet> others;  ///< sites and languages
  TimelineAnswer months;      ///< every article by month
};

/// All sources, with how much there is of each and of when; sites and languages; and all of it by month.
std::string sources_page(const PageRequest& request, const Holdings& holdings, std::uint64_t articles);

/// What there is of the sources that a request names, by month; gaps are told.
std::string source_page(const PageRequest& request, const TimelineAnswer& months, std::uint64_t articles);

}  // namespace hemero
