#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// Text as it is shown in a line: each byte of line feeds and control characters, which a terminal would obey, becomes
/// a space, so that offsets stay.
std::string one_line(std::string_view text);

}  // namespace hemero
