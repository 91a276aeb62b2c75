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

std::string one_sound_line(std::string_view text) {
  if (is_valid_utf8(text)) return one_line(text);
  std::string sound;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    append_utf8(sound, c.value);
    at += c.size;
  }
  return one_line(sound);
}

}  // namespace hemero
