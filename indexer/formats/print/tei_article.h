#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"

namespace hemero {

/// A text in TEI (P4 and P5), as TeiReader cuts it.
std::variant<Article, Skip> read_tei(const Record& record);

}  // namespace hemero
