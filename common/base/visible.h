#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// A text of foreign origin, as it is shown to people: characters that a terminal would obey stand there as what they
/// are, and command nothing. Control characters become their pictures (␛ ␊), those of the C1 set, the ones that turn
/// the direction of writing and other ends of lines their numbers (<U+202E>), bytes that are no UTF-8 the sign �.
std::string visible(std::string_view text);

/// True for a character that has no place in a line that is shown: of the control characters and those above.
constexpr bool is_unshown(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace hemero
