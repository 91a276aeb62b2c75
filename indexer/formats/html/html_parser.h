#pragma once

#include <string_view>

#include "indexer/formats/html/html_tree.h"
#include "indexer/input/html_limits.h"

namespace hemero {

/// Reads markup, in UTF-8, as browsers do: whatever is broken, a tree comes out. Elements that are nested too
/// deep are left out and their text is kept; beyond so many nodes, or when end tags that match nothing would take
/// seconds, the rest is left out. The tree says so (truncated()). Nothing is loaded from anywhere. Thread-safe.
HtmlTree parse_html(std::string_view markup, const HtmlLimits& limits = {});

/// The text of a fragment in which entities or tags may stand: "Prud&rsquo;hommes" → "Prud’hommes".
std::string plain_text(std::string_view fragment);

}  // namespace hemero
