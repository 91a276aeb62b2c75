#pragma once

#include <string>
#include <vector>

#include "common/base/byte_input.h"
#include "common/model/article.h"

namespace hemero {

/// The numbers of articles that are listed one a line, as `hemero-query search --ids` prints them. Throws Error
/// (bad_data) where a line is something else, naming `name` and the line.
std::vector<ArticleId> read_article_ids(ByteInput& input, const std::string& name);

}  // namespace hemero
