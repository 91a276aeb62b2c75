#pragma once

#include <cstdint>
#include <string_view>

namespace hemero {

/// What a part of a page is. Of several that are named the last one counts.
enum class PagePart : std::uint8_t { content, body, lead, byline, caption, paywall, gallery, comments, beside };

/// What a class or an id says, data/french/page_parts.tsv; content when it says nothing.
PagePart part_named(std::string_view attribute);

}  // namespace hemero
