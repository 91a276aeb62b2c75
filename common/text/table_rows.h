#pragma once

#include <string_view>
#include <vector>

namespace hemero {

/// The rows of a table of data/french, each split at its tabs; comments and empty lines left out.
std::vector<std::vector<std::string_view>> table_rows(std::string_view table);

/// What stands between the separators of a text; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The words of a cell, with a blank between them; "-" is the empty one.
std::vector<std::string_view> cell_words(std::string_view cell);

}  // namespace hemero
