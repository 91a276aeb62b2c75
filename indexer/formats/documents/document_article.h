#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/choice.h"
#include "indexer/input/record.h"

namespace hemero {

/// A document → an article, or why not. Where a style, the size of letters or the document's own fields tell its title,
/// its paragraphs are taken as they stand; else it is read as plain text is (scraped_text.h). What the text says of
/// date and authors goes before the document's fields.
std::variant<Article, Skip> read_document_article(const Record& record, Choices& choices);

}  // namespace hemero
