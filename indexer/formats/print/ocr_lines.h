#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// The paragraph of text that a machine read from print: its lines, parted by line feeds, on one line, with the words
/// whole that line ends cut, also where they were joined already by a blank: "gouver- nement", but "pré- et post-".
std::string join_printed_lines(std::string_view lines);

}  // namespace hemero
