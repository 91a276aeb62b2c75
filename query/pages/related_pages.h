#pragma once

#include <string>
#include <vector>

#include "common/model/page.h"
#include "query/pages/article_frame.h"

namespace hemero {

/// The articles with the same text, the first published first.
std::string printings_page(const ArticlePlace& place, const std::vector<Hit>& printings);

/// Articles on the same subject, the best first, with their passages, and what there is to be said of them.
std::string similar_page(const ArticlePlace& place, const std::vector<Hit>& hits,
                         const std::vector<std::string>& notices);

}  // namespace hemero
