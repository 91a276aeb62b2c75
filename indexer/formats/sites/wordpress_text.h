#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// A post as WordPress keeps it → HTML as WordPress shows it: a paragraph behind each blank line, a line break for each
/// other line feed; without shortcodes, whose text stays unless it is the caption or the address of a medium. The
/// comments of the block editor stay, as comments. Linear in the content.
std::string wordpress_markup(std::string_view content);

}  // namespace hemero
