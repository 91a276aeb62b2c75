#pragma once

#include <optional>

#include "common/model/page.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// The page of the articles whose address the whole query is, however it is written; nothing for any other query, and
/// where no article has the address.
std::optional<Page> page_of_address(const SearchRequest& request, ArchiveReader& archive);

}  // namespace hemero
