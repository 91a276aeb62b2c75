#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/formats/html/html_tree.h"

namespace hemero {

/// True when one of the element's classes is this one.
bool has_class(const HtmlTree& tree, const HtmlNode& node, std::string_view name);

/// The first element that has one of these classes, the first of the classes going first; nothing when there is none.
std::optional<std::uint32_t> find_class(const HtmlTree& tree, std::initializer_list<std::string_view> names);

/// The text of that element on one line; empty when there is none.
std::string line_of_class(const HtmlTree& tree, std::initializer_list<std::string_view> names);

/// Where the page's first <link> of this relation leads; empty when there is none.
std::string link_to(const HtmlTree& tree, std::string_view relation);

}  // namespace hemero
