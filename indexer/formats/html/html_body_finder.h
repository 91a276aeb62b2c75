#pragma once

#include <cstdint>

#include "indexer/formats/html/html_parts.h"
#include "indexer/formats/html/html_tree.h"

namespace hemero {

/// An element that holds an article, and which rule chose it.
struct FoundBody {
  const char* rule = "";
  std::uint32_t element = 0;
};

/// Finds the element that holds the article: itemprop articleBody, classes of article bodies, the <article> around the
/// title or behind it, any <article>, <main>, else the element in which the good text is. `title`: the heading's node,
/// 0 for none.
FoundBody find_body_element(const HtmlTree& tree, const PageParts& parts, std::uint32_t title);

}  // namespace hemero
