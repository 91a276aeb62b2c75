#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/choice.h"
#include "indexer/input/record.h"

namespace hemero {

/// An item of a feed (RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0) → an article, or why not. Its key is its guid or id, else its
/// address, else "path:number".
std::variant<Article, Skip> read_feed_item(const Record& record, Choices& choices);

/// RSS, Atom and RDF.
extern const Format feed_format;

}  // namespace hemero
