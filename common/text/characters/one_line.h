#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// Text as it is shown in a line, its offsets as they were: each byte of line feeds and control characters, which a
/// terminal would obey, becomes a space, a character that turns the direction of writing the sign �. Where offsets do
/// not matter, visible() shows what stands there.
std::string one_line(std::string_view text);

/// The same of text that may be damaged: a byte that is not UTF-8 becomes U+FFFD.
std::string one_sound_line(std::string_view text);

}  // namespace hemero
