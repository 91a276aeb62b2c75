#include "indexer/formats/html/html_references.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>

#include "common/text/unicode.h"
#include "common/text/windows_1252.h"

namespace hemero {

namespace {

constexpr std::size_t longest_reference = 12;  ///< bytes between & and ;

struct Reference {
  char32_t character = 0;
  std::size_t size = 0;  ///< bytes behind the &
};

std::optional<char32_t> character_numbered(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  if (end != digits.data() + digits.size() || digits.empty() || error == std::errc::invalid_argument)
    return std::nullopt;
  const bool control = number < 0x20 && number != '\t' && number != '\n' && number != '\r';
  const bool character = error == std::errc() && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  if (control) return U' ';
  return character ? meant_by_control(number) : U'\uFFFD';
}

/// The reference behind an &, whichever times its & was escaped.
std::optional<Reference> reference_behind(std::string_view text) {
  constexpr std::string_view escaped = "amp;";
  std::size_t begin = 0;
  while (text.substr(begin).starts_with(escaped)) begin += escaped.size();
  const std::string_view name = text.substr(begin, longest_reference + 1);
  const std::size_t end = name.find(';');
  if (end != std::string_view::npos)
    if (const auto character = referred_character(name.substr(0, end))) return Reference{*character, begin + end + 1};
  return begin > 0 ? std::optional(Reference{U'&', begin}) : std::nullopt;
}

}  // namespace

std::optional<char32_t> character_named(std::string_view name) {
  const std::string terminated(name);
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
  if (known != nullptr) return static_cast<char32_t>(known->value);
  return name == "apos" ? std::optional(U'\'') : std::nullopt;
}

std::optional<char32_t> referred_character(std::string_view reference) {
  return reference.starts_with('#') ? character_numbered(reference.substr(1)) : character_named(reference);
}

std::string with_references_read(std::string_view text) {
  std::string read;
  while (!text.empty()) {
    const std::size_t sign = std::min(text.find('&'), text.size());
    read += text.substr(0, sign);
    text.remove_prefix(sign);
    if (text.empty()) break;
    text.remove_prefix(1);
    const auto reference = reference_behind(text);
    append_utf8(read, reference ? reference->character : U'&');
    if (reference) text.remove_prefix(reference->size);
  }
  return read;
}

}  // namespace hemero
