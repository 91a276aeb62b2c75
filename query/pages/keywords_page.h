#pragma once

#include <string>

#include "common/model/occurrences.h"
#include "query/markup/page_request.h"

namespace hemero {

/// The words that tell what a search finds from other texts. `articles` are the archive's.
std::string keywords_page(const PageRequest& request, const KeywordAnswer& answer, std::uint64_t articles);

}  // namespace hemero
