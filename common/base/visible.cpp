#include "common/base/visible.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace hemero {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// A character that takes so many bytes; of a byte that begins none in UTF-8, 0.
struct Decoded {
  char32_t value = 0;
  std::size_t size = 0;
};

Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const std::size_t size = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  if (byte(0) < 0xC2 || byte(0) > 0xF4 || text.size() < size) return {};
  char32_t value = byte(0) & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    value = value << 6 | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool is_half = value >= 0xD800 && value < 0xE000;
  return value < least[size] || value > 0x10FFFF || is_half ? Decoded{} : Decoded{value, size};
}

std::string picture_of(char32_t c) {
  constexpr std::size_t last_byte = 2;
  std::string picture = "\xE2\x90\x80";  // U+2400
  if (c < 0x20)
    picture[last_byte] = static_cast<char>(0x80 + c);
  else if (c == 0x7F)
    picture[last_byte] = '\xA1';
  else
    return fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
  return picture;
}

}  // namespace

std::string visible(std::string_view text) {
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string shown;
  while (!text.empty()) {
    const auto [c, size] = decode(text);
    if (size == 0)
      shown += replacement;
    else if (is_unshown(c))
      shown += picture_of(c);
    else
      shown += text.substr(0, size);
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return shown;
}

}  // namespace hemero
