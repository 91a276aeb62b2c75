#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"

namespace hemero {

/// An issue or a book of Gallica as plain text (texteBrut): the catalogue's notice, a warning of what a machine read,
/// then the text.
std::variant<Article, Skip> read_gallica(const Record& record);

/// Plain text of Gallica, as a web page or as text.
extern const Format gallica_format;

}  // namespace hemero
