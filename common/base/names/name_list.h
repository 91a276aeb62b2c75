#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hemero {

/// A name, and what it is.
using NameRow = std::pair<std::string, std::string>;

/// Names with texts beside them, which all begin in one column; no line is wider than 80 columns, as long as no word
/// is. Each line begins behind `indent` blanks; a name of more than `widest` characters has a line of its own.
std::string name_list(const std::vector<NameRow>& rows, std::size_t indent = 0, std::size_t widest = 40);

/// A text broken at its blanks to lines of 80 columns. It begins behind `margin` columns, and so do its other lines.
std::string wrapped(std::string_view text, std::size_t margin);

}  // namespace hemero
