#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"
#include "indexer/prose/debris_lines.h"

namespace hemero {

/// A text file as scrapers leave it → an article, or why not. Looks at the form of the lines only: the title is the
/// weightiest line before the first paragraph; a date or a signature beside it is the byline; menus, forms, known lines
/// and lines that the folder's files repeat are debris, and so is all that follows the article. Nothing is thrown away:
/// debris stays in the article's text as zones of its own.
std::variant<Article, Skip> extract_scraped_text(const Record& record, const RepeatedLines& repeated);

/// Plain text: what no other format is.
extern const Format text_format;

}  // namespace hemero
