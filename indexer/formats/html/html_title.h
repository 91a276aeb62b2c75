#pragma once

#include "common/model/article.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/input/choice.h"

namespace hemero {

/// The title: the heading that the page's own names (JSON-LD, og:title, <title>) hold or nearly say, else the first of
/// these names, without the site's name before or behind it. Headings are the <h1> that do not name the site, else the
/// <h2>; a label in one ("Économie") is left out.
void find_title(const HtmlPage& page, Article& article, Choices& choices);

}  // namespace hemero
