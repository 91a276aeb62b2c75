#include "common/text/characters/one_line.h"

#include "common/base/visible.h"
#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

}  // namespace

std::string one_line(std::string_view text) {
  std::string line(text);
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_unshown(c.value))
      c.size == replacement.size() ? line.replace(at, c.size, replacement) : line.replace(at, c.size, c.size, ' ');
    at += c.size;
  }
  return line;
}

}  // namespace hemero
