#pragma once

#include "query/pages/article_page.h"

namespace hemero {

/// What stands beside an article that is read: how it is cited, its other printings, its versions, where it comes from.
void add_margin(Html& html, const ArticlePlace& place, const ShownArticle& shown);

/// The printings of a text in their order, which is the first and which is this one, at most so many.
void add_printings(Html& html, const ArticlePlace& place, const std::vector<Hit>& printings, std::size_t most);

}  // namespace hemero
