#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/formats/xml/xml_element.h"
#include "indexer/input/record.h"

namespace hemero {

/// True for an item that says of itself what only WordPress exports say.
bool is_wordpress_post(const XmlElement& item);

/// A post of a WordPress export (WXR) → an article, or why not: what is not published or behind a password, and what is
/// no post (pages, attachments, menus), is skipped. Its key is its guid, else its address, else "path:number".
std::variant<Article, Skip> read_wxr_item(const Record& record);

/// Exports of WordPress.
extern const Format wxr_format;

}  // namespace hemero
