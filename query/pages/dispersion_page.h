#pragma once

#include <string>

#include "common/model/occurrences.h"
#include "query/markup/page_request.h"

namespace hemero {

/// How evenly what a search finds is spread over time or sources.
std::string dispersion_page(const PageRequest& request, const DispersionAnswer& answer, std::uint64_t articles);

}  // namespace hemero
