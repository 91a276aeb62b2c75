#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/model/article.h"
#include "indexer/input/article_extractor.h"
#include "indexer/input/record.h"

namespace hemero {

/// What a record says of a field (field_keys.h): trimmed UTF-8, several values a line each; empty when it says nothing.
using FieldTexts = std::function<std::string(std::string_view field)>;

/// What is told of a key or a column that no field takes.
LeftOut left_out_of(std::string name, std::string_view value, bool is_column);

/// The article of a record whose fields have names: a line of JSON Lines, a row of a table. Its key is its id, else its
/// URL, else "path:line". Names of authors and keywords stand apart by line feeds or semicolons.
Article article_of_fields(const FieldTexts& texts, const Record& record);

}  // namespace hemero
