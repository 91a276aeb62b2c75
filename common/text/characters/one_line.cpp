#include "common/text/characters/one_line.h"

#include "common/text/characters/unicode.h"

namespace hemero {

std::string one_line(std::string_view text) {
  std::string line(text);
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0)) line.replace(at, c.size, c.size, ' ');
    at += c.size;
  }
  return line;
}

}  // namespace hemero
