#include "query/render/xml_escaped.h"

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

/// Characters that XML 1.0 has not, and noncharacters.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (c.value == '&')
      escaped += "&amp;";
    else if (c.value == '<')
      escaped += "&lt;";
    else if (c.value == '>')
      escaped += "&gt;";
    else if (c.value == '"')
      escaped += "&quot;";
    else if (!is_forbidden(c.value))
      append_utf8(escaped, c.value);
  }
  return escaped;
}

}  // namespace hemero
