#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"

namespace hemero {

/// An article or an advertisement of a newspaper as Olive Software digitises it: an <XMD-entity> of words and lines.
std::variant<Article, Skip> read_olive(const Record& record);

/// Entities of Olive; its files of pages and contents hold none.
extern const Format olive_format;

}  // namespace hemero
