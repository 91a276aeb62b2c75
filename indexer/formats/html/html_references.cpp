#include "indexer/formats/html/html_references.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>

#include "common/text/characters/unicode.h"
#include "common/text/characters/windows_1252.h"

namespace hemero {

namespace {

constexpr std::size_t longest_reference = 32;  ///< bytes before its ;
constexpr char32_t no_character = U'\uFFFD';

/// The number of "233" or "xE9"; one beyond all characters when it is too large. Nothing for what is no number.
std::optional<char32_t> number_of(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  if (digits.empty() || end != digits.data() + digits.size() || error == std::errc::invalid_argument)
    return std::nullopt;
  return error == std::errc() ? number : char32_t{0xFFFFFFFF};
}

bool is_first_half(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool is_second_half(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

char32_t meant_by(char32_t number) {
  if (number < 0x20) return number == '\t' || number == '\n' || number == '\r' ? number : U' ';
  const bool character =
      number <= 0x10FFFF && !is_first_half(number) && !is_second_half(number) && number != 0xFFFE && number != 0xFFFF;
  return character ? meant_by_control(number) : no_character;
}

/// What stands before the ; of a reference.
std::string_view name_in(std::string_view behind) {
  const std::size_t end = behind.substr(0, longest_reference).find(';');
  return end == std::string_view::npos ? std::string_view() : behind.substr(0, end);
}

std::optional<NumberedReference> single_reference(std::string_view behind) {
  const std::string_view name = name_in(behind);
  if (!name.starts_with('#')) return std::nullopt;
  const auto number = number_of(name.substr(1));
  return number ? std::optional(NumberedReference{*number, name.size() + 1}) : std::nullopt;
}

std::optional<NumberedReference> reference_behind(std::string_view behind) {
  if (const auto numbered = numbered_reference(behind)) return numbered;
  const std::string_view name = name_in(behind);
  const auto named = character_named(name);
  return named ? std::optional(NumberedReference{*named, name.size() + 1}) : std::nullopt;
}

}  // namespace

std::optional<char32_t> character_named(std::string_view name) {
  const std::string terminated(name);
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
  if (known != nullptr) return static_cast<char32_t>(known->value);
  return name == "apos" ? std::optional(U'\'') : std::nullopt;
}

std::optional<char32_t> referred_character(std::string_view reference) {
  if (!reference.starts_with('#')) return character_named(reference);
  const auto number = number_of(reference.substr(1));
  return number ? std::optional(meant_by(*number)) : std::nullopt;
}

std::optional<NumberedReference> numbered_reference(std::string_view behind) {
  auto reference = single_reference(behind);
  if (!reference) return std::nullopt;
  const std::string_view next = behind.substr(reference->size);
  const bool half = is_first_half(reference->character) && next.starts_with('&');
  const auto second = half ? single_reference(next.substr(1)) : std::nullopt;
  if (second && is_second_half(second->character)) {
    const char32_t high = (reference->character - 0xD800) << 10;
    return NumberedReference{0x10000 + high + (second->character - 0xDC00), reference->size + 1 + second->size};
  }
  reference->character = meant_by(reference->character);
  return reference;
}

std::string with_references_unescaped(std::string_view text) {
  constexpr std::string_view escaped = "amp;";
  constexpr std::u32string_view of_markup = U"&<>";
  std::string read;
  while (true) {
    const std::size_t sign = text.find('&');
    if (sign == std::string_view::npos) return read.append(text);
    read += text.substr(0, sign + 1);
    text.remove_prefix(sign + 1);
    std::string_view behind = text;
    while (behind.starts_with(escaped)) behind.remove_prefix(escaped.size());
    const auto reference = reference_behind(behind);
    if (reference && of_markup.find(reference->character) == std::u32string_view::npos) text = behind;
  }
}

std::string with_references_read(std::string_view text) {
  constexpr std::string_view escaped = "amp;";
  std::string read;
  while (true) {
    const std::size_t sign = text.find('&');
    if (sign == std::string_view::npos) return read.append(text);
    read += text.substr(0, sign);
    text.remove_prefix(sign + 1);
    while (text.starts_with(escaped)) text.remove_prefix(escaped.size());
    const auto reference = reference_behind(text);
    append_utf8(read, reference ? reference->character : U'&');
    if (reference) text.remove_prefix(reference->size);
  }
}

}  // namespace hemero
