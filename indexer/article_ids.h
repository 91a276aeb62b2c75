#pragma once

#include <string>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// The numbers of articles that a file lists, one a line, as `hemero-query search --ids` prints them; "-" is the standard
/// input. Throws Error: bad_data where a line is something else.
std::vector<ArticleId> read_article_ids(const std::string& path);

}  // namespace hemero
