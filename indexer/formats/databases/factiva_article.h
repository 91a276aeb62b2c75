#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"

namespace hemero {

/// An article of an export from Factiva: of a page, whose table names the fields by codes (HD, BY, PD, SN, LP, TD,
/// AN …) or which shows them without names, or of XML (ppsArticle).
std::variant<Article, Skip> read_factiva(const Record& record);

/// Exports of Factiva, in XML or HTML.
extern const Format factiva_format;

}  // namespace hemero
