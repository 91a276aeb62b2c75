#pragma once

#include "common/model/article.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/input/choice.h"

namespace hemero {

/// Address, source, section, language and keywords, as JSON-LD, OpenGraph and other <meta> name them.
void find_fields(const HtmlPage& page, Article& article, Choices& choices);

}  // namespace hemero
