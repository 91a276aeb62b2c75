#include "common/text/addresses/percent_coding.h"

#include <charconv>

#include <fmt/format.h>

namespace hemero {

std::string percent_encoded(std::string_view text, std::string_view reserved) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = c > ' ' && c < '\x7F' && reserved.find(c) == std::string_view::npos;
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

std::optional<char> percent_byte(std::string_view text, std::size_t at) {
  if (text.substr(at).size() < 3 || text[at] != '%') return std::nullopt;
  const char* const digits = text.data() + at + 1;
  unsigned char byte = 0;
  const auto [end, error] = std::from_chars(digits, digits + 2, byte, 16);
  if (error != std::errc() || end != digits + 2) return std::nullopt;
  return static_cast<char>(byte);
}

}  // namespace hemero
