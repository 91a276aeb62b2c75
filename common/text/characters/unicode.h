#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// What a character is to the tokenizer.
enum class CharClass : std::uint8_t {
  other,  ///< symbols and punctuation that only separate
  letter,
  digit,
  mark,       ///< combining mark: belongs to the letter before it
  ideograph,  ///< a character that is a word of its own (Han, kana)
  blank,      ///< space, tab, no-break and thin spaces
  line_feed,
  apostrophe,  ///< ' ’ ‘ ʼ ʻ ´ ′ ＇ `
  hyphen,      ///< - ‐ ‑ and the en dash (a hyphen only between letters or digits)
  ignorable,   ///< zero-width characters, the soft hyphen, the tatweel: not there for matching
  full_stop,
  comma,
  terminal,  ///< ! ? … and their like: end a sentence
  quote,     ///< quotation marks and brackets
};

/// A decoded character and the number of bytes it takes (1–4).
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;
};

namespace detail {

/// code_point_at for what is longer than two bytes, or broken.
CodePoint decode(std::string_view text, std::size_t at);

}  // namespace detail

/// The character at byte `at` (< text.size()). A byte that starts no valid UTF-8 sequence is U+FFFD of one byte.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
  if (byte >= 0xC2 && byte < 0xE0 && (next & 0xC0) == 0x80) return {(byte & 0x1Fu) << 6 | (next & 0x3Fu), 2};
  return detail::decode(text, at);
}

CharClass char_class(char32_t c);

/// True for the signs that a word may have inside and that spellings differ by: apostrophes, hyphens, the full stop of
/// an acronym, invisible characters.
bool is_word_sign(char32_t c);

bool is_upper(char32_t c);  ///< an upper- or title-case letter
bool is_lower(char32_t c);

/// Appends the character in UTF-8.
void append_utf8(std::string& out, char32_t c);

bool is_valid_utf8(std::string_view text);

/// Normal form C; text that already is (all ASCII, for one) is returned as it came. Requires valid UTF-8.
std::string to_nfc(std::string_view text);

/// Lower case, NFC, with ligatures (œ æ ﬁ ﬂ) spelt out and accents kept: what is given to the stemmer.
std::string to_lower(std::string_view text);

/// Appends the character folded: lower case, no diacritics, letters without decomposition replaced (ł o, ß ss, œ oe),
/// compatibility forms expanded (ﬁ, full width, superscripts). A combining mark of the scripts that French newspapers
/// print (Latin, Greek, Cyrillic, Arabic, Hebrew) folds to nothing, and so does the sign of a word (is_word_sign) but
/// for the ASCII ones.
void append_folded(std::string& out, char32_t c);

/// The number of code points of a UTF-8 text.
std::size_t code_point_count(std::string_view text);

/// The columns a text takes in a terminal: wide characters two, combining marks and invisible ones none.
std::size_t display_width(std::string_view text);

/// The version of the Unicode data that classes, case and normal forms come from.
std::string unicode_version();

/// The largest offset <= `at` that starts a code point.
std::size_t floor_code_point(std::string_view text, std::size_t at);

}  // namespace hemero
