#include "query/language/typed_text.h"

#include "common/text/characters/unicode.h"

namespace hemero {

bool is_separator(char32_t c) {
  const CharClass what = char_class(c);
  return what == CharClass::blank || what == CharClass::line_feed || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'«' || c == U'»' || c == U'“' || c == U'”' || c == U'„';
}

std::vector<std::string_view> closing_marks(char32_t mark) {
  switch (mark) {
    case U'"':
      return {"\"", "”"};
    case U'«':
      return {"»", "\""};
    case U'“':
      return {"”", "\""};
    case U'„':
      return {"“", "”"};
    case U'”':
      return {"”", "“"};
    default:
      return {};
  }
}

bool is_searchable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const CharClass what = char_class(c.value);
    if (what == CharClass::letter || what == CharClass::digit || what == CharClass::ideograph) return true;
    at += c.size;
  }
  return false;
}

bool is_punctuation(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool sign = c.value > 0x206F && char_class(c.value) == CharClass::other;
    if (sign || std::u32string_view(U"=*~<>").find(c.value) != std::u32string_view::npos) return false;
    at += c.size;
  }
  return true;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_separator(c.value)) return false;
    at += c.size;
  }
  return true;
}

bool asks_for_everything(std::string_view text) {
  constexpr std::string_view star = "*";
  const std::size_t at = text.find(star);
  return is_blank(text.substr(0, at)) && (at == std::string_view::npos || is_blank(text.substr(at + star.size())));
}

std::string with_blanks_as(std::string_view blank, std::string_view typed) {
  std::string text;
  bool separated = false;
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint c = code_point_at(typed, at);
    const bool separates = is_separator(c.value) || is_quotation_mark(c.value);
    if (!separates && separated && !text.empty()) text += blank;
    if (!separates) text += typed.substr(at, c.size);
    separated = separates;
    at += c.size;
  }
  return text;
}

}  // namespace hemero
