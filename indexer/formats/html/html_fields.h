#pragma once

#include "common/model/article.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/input/choice.h"

namespace hemero {

/// The title: the <h1> that the page's own names (JSON-LD, og:title, <title>) begin with, else the first of these
/// names, without the site's name behind it.
void find_title(const HtmlPage& page, Article& article, Choices& choices);

/// Address, source, section, language, authors and keywords, as JSON-LD, OpenGraph and other <meta> name them.
void find_fields(const HtmlPage& page, Article& article, Choices& choices);

}  // namespace hemero
