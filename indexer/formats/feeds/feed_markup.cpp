#include "indexer/formats/feeds/feed_markup.h"

#include <cstdint>
#include <string_view>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

/// Of Atom 0.3, which says so, and of Atom 1.0, where anything else than text and XML is.
bool is_base64(const XmlElement& element) {
  if (element.attribute("mode") == "base64") return true;
  const std::string_view type = element.attribute("type");
  const bool readable = type.starts_with("text/") || type.ends_with("+xml") || type.ends_with("/xml");
  return element.name.starts_with("atom:") && element.attribute("mode").empty() &&
         type.find('/') != std::string_view::npos && !readable;
}

/// The six bits that a character stands for; 64 for others.
std::uint32_t bits_of(char character) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t found = alphabet.find(character);
  return found == std::string_view::npos ? 64 : static_cast<std::uint32_t>(found);
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char character : text) {
    const std::uint32_t six = bits_of(character);
    if (six == 64) continue;  // line ends, and the = at the end
    bits = (bits << 6 | six) & 0xFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return is_valid_utf8(bytes) ? bytes : std::string();
}

}  // namespace

std::string markup_in(const XmlElement& element) {
  if (is_base64(element)) return from_base64(text_of(element));
  for (const XmlElement& child : element.children)
    if (!child.name.empty()) return markup_of(element);
  const std::string_view type = element.attribute("type");
  const bool plain = type == "text" || type == "text/plain" || (type.empty() && element.name.starts_with("atom:"));
  return plain && element.attribute("mode") != "escaped" ? markup_of(element) : text_of(element);
}

}  // namespace hemero
