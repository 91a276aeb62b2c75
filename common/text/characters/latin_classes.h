#pragma once

#include <array>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace detail {

constexpr std::array<CharClass, 0x250> make_latin_classes() {
  std::array<CharClass, 0x250> classes{};
  auto set = [&](char32_t first, char32_t last, CharClass value) {
    for (char32_t c = first; c <= last; ++c) classes[c] = value;
  };
  set(0, 0x24F, CharClass::other);
  set(U'0', U'9', CharClass::digit);
  set(U'A', U'Z', CharClass::letter);
  set(U'a', U'z', CharClass::letter);
  set(0xC0, 0x24F, CharClass::letter);
  for (const char32_t c : {U'ª', U'µ'}) classes[c] = CharClass::letter;
  for (const char32_t c : {U'×', U'÷'}) classes[c] = CharClass::other;
  for (const char32_t c : {U'²', U'³', U'¹', U'¼', U'½', U'¾'}) classes[c] = CharClass::digit;
  for (const char32_t c : {U' ', U'\t', U'\r', U'\v', U'\f', char32_t{0x85}, char32_t{0xA0}})
    classes[c] = CharClass::blank;
  for (const char32_t c : {U'"', U'(', U')', U'[', U']', U'{', U'}', U'«', U'»'}) classes[c] = CharClass::quote;
  for (const char32_t c : {U'!', U'?'}) classes[c] = CharClass::terminal;
  for (const char32_t c : {U'\'', U'`', U'´'}) classes[c] = CharClass::apostrophe;
  classes[U'\n'] = CharClass::line_feed;
  classes[U'-'] = CharClass::hyphen;
  classes[U'.'] = CharClass::full_stop;
  classes[U','] = CharClass::comma;
  classes[0xAD] = CharClass::ignorable;
  return classes;
}

}  // namespace detail

/// The class of every character up to U+024F: French text never needs ICU to be classified.
constexpr auto latin_classes = detail::make_latin_classes();

}  // namespace hemero
