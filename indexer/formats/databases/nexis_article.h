#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"

namespace hemero {

/// An article of a page or a text that LexisNexis exported (nexis_lines.h).
std::variant<Article, Skip> read_nexis(const Record& record);

/// Exports of LexisNexis, in HTML or plain text.
extern const Format nexis_format;

}  // namespace hemero
