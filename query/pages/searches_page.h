#pragma once

#include <string>
#include <vector>

#include "common/store/user/saved_searches.h"
#include "query/kept/search_news.h"
#include "query/markup/page_request.h"

namespace hemero {

/// The searches that a reader keeps.
std::string searches_page(const std::vector<SavedSearch>& saved, const PageRequest& page, std::uint64_t articles);

/// What is new of one of them, and a button to note that it was told.
std::string news_page(const SavedSearch& saved, const SearchNews& news, const PageRequest& page,
                      std::uint64_t articles);

}  // namespace hemero
