#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/sources/record.h"

namespace hemero {

/// A post of a WordPress export (WXR) → an article, or why not: what is not published, and what is no post (pages,
/// attachments, menus), is skipped. Its key is its guid, else its address, else "path:number".
std::variant<Article, Skip> read_wxr_item(const Record& record);

}  // namespace hemero
