#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/model/page.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// The articles whose address the whole query is, however it is written, as far as the request asks for them; none for
/// any other query.
std::vector<StoredArticle> articles_of_address(const SearchRequest& request, ArchiveReader& archive);

/// Says that they were looked up.
std::string address_notice(const SearchRequest& request);

/// The query as it was understood then: "url:lemonde.fr/a".
std::string address_tree(const SearchRequest& request);

/// The page of the articles whose address the whole query is, however it is written; nothing for any other query, and
/// where no article has the address.
std::optional<Page> page_of_address(const SearchRequest& request, ArchiveReader& archive);

}  // namespace hemero
