#include "indexer/formats/named/json_escapes.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

constexpr std::size_t escape_size = 6;  ///< bytes

/// The character of an escape; 0 for any other one, for ASCII, and for half a surrogate pair.
char32_t character_at(std::string_view escape) {
  if (escape.size() < escape_size || escape[1] != 'u') return 0;
  std::uint32_t value = 0;
  const char* begin = escape.data() + 2;
  const auto [end, error] = std::from_chars(begin, begin + 4, value, 16);
  const bool whole = error == std::errc() && end == begin + 4;
  return whole && value >= 0x80 && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

}  // namespace

std::string with_escapes_read(std::string_view json) {
  std::string read;
  while (true) {
    const std::size_t sign = json.find('\\');
    if (sign == std::string_view::npos) return read.append(json);
    read += json.substr(0, sign);
    json.remove_prefix(sign);
    const char32_t character = character_at(json);
    const std::size_t size = character != 0 ? escape_size : std::min<std::size_t>(2, json.size());
    if (character != 0)
      append_utf8(read, character);
    else
      read += json.substr(0, size);
    json.remove_prefix(size);
  }
}

}  // namespace hemero
