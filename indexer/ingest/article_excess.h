#pragma once

#include <optional>
#include <string>

#include "common/model/article.h"
#include "indexer/input/article_limits.h"

namespace hemero {

/// What an article says too much of, in the reader's language; nothing when it keeps to the limits. Its words are told
/// by who analyzes them.
std::optional<std::string> excess_of(const Article& article, const ArticleLimits& limits);

}  // namespace hemero
