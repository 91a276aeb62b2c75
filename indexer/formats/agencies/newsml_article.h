#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"

namespace hemero {

/// A news item of NewsML-G2 or NewsML 1.2 → an article, or why not: pictures, and what is withheld or canceled, are
/// skipped. Its key is its guid or its public identifier, without the number of the revision, else "path:number".
std::variant<Article, Skip> read_newsml(const Record& record);

/// NewsML 1 and NewsML-G2.
extern const Format newsml_format;

}  // namespace hemero
