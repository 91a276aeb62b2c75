#include "common/text/characters/mojibake.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/characters/french_charset.h"
#include "common/text/characters/unicode.h"
#include "common/text/characters/windows_1252.h"

namespace hemero {

namespace {

/// The byte that a charset reads as this character; 0 for none beyond ASCII. windows-1252 stands for ISO 8859-1 too.
unsigned char byte_of(char32_t c, FrenchCharset charset) {
  if (charset == FrenchCharset::windows_1252 && c >= 0x80 && c <= 0xFF) return static_cast<unsigned char>(c);
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte)
    if (character_of(charset, static_cast<unsigned char>(byte)) == c) return static_cast<unsigned char>(byte);
  return 0;
}

bool is_latin(char32_t c) {
  return (c >= 0xA0 && c <= 0x24F) || (c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0x2122;
}

struct Stretch {
  char32_t meant = 0;
  std::size_t size = 0;  ///< bytes that stand for it
};

/// « à », whose second byte is a no-break space, which many programs make a plain one.
std::optional<Stretch> lost_a_at(std::string_view text, std::size_t at) {
  constexpr std::string_view cut = "Ã ";
  if (!text.substr(at).starts_with(cut)) return std::nullopt;
  const bool blank_behind = text.substr(at + cut.size()).starts_with(' ');
  return Stretch{U'à', blank_behind ? cut.size() : cut.size() - 1};
}

/// The character that is encoded twice here, by a program that took it for this charset; nothing when none is.
std::optional<Stretch> stretch_at(std::string_view text, std::size_t at, FrenchCharset charset) {
  std::string bytes;
  std::size_t end = at;
  while (bytes.size() < 3 && end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    const unsigned char byte = byte_of(c.value, charset);
    const bool fits = bytes.empty() ? byte >= 0xC2 && byte <= 0xE2 : byte >= 0x80 && byte <= 0xBF;
    if (!fits) return std::nullopt;
    bytes += static_cast<char>(byte);
    end += c.size;
    if (!is_valid_utf8(bytes)) continue;
    const char32_t meant = code_point_at(bytes, 0).value;
    if (!is_latin(meant)) return std::nullopt;
    return Stretch{meant, end - at};
  }
  return std::nullopt;
}

std::string undo_once(std::string_view text, FrenchCharset charset) {
  std::string repaired;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    auto stretch = c.size > 1 ? stretch_at(text, at, charset) : std::nullopt;
    if (!stretch && charset == FrenchCharset::windows_1252) stretch = lost_a_at(text, at);
    if (stretch)
      append_utf8(repaired, stretch->meant);
    else
      repaired += text.substr(at, c.size);
    at += stretch ? stretch->size : c.size;
  }
  return repaired;
}

/// A beginning of a stretch that no French text holds: from a byte of its UTF-8 on that is rare, to be found fast, and
/// how many stand before it. Signs that begin with the same byte stand together.
struct Sign {
  FrenchCharset charset;
  std::string_view rare;
  std::size_t before;
  bool in_word = false;  ///< it counts beside a letter only
};

constexpr std::array signs{
    Sign{FrenchCharset::windows_1252, "\x83", 1},              // Ã
    Sign{FrenchCharset::windows_1252, "\x85", 1},              // Å
    Sign{FrenchCharset::windows_1252, "\xA2\xE2\x82\xAC", 1},  // â€
    Sign{FrenchCharset::windows_1252, "\xA2\xC2\x80", 1},      // â and what ISO 8859-1 has for €
    Sign{FrenchCharset::macintosh, "\x88\x9A", 1, true},       // √
    Sign{FrenchCharset::macintosh, "\x9A\xC3\x84", 2},         // ‚Ä
    Sign{FrenchCharset::cp850, "\x94\x9C", 1, true},           // ├
    Sign{FrenchCharset::cp850, "\x94\xC3\x87", 1},             // ÔÇ
};

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && char_class(code_point_at(text, at).value) == CharClass::letter;
}

/// True when the sign begins a stretch at `at`.
bool stands_at(const Sign& sign, std::string_view text, std::size_t at) {
  const auto stretch = stretch_at(text, at, sign.charset);
  if (!stretch) return false;
  const bool beside =
      is_letter_at(text, at + stretch->size) || (at > 0 && is_letter_at(text, floor_code_point(text, at - 1)));
  return beside || !sign.in_word;
}

/// The charset for which a program took the UTF-8 of a text; nothing when none did.
std::optional<FrenchCharset> taken_for(std::string_view text) {
  for (auto first = signs.begin(); first != signs.end();) {
    const char rare = first->rare.front();
    const auto last = std::find_if(first, signs.end(), [&](const Sign& sign) { return sign.rare.front() != rare; });
    for (std::size_t at = text.find(rare); at != std::string_view::npos; at = text.find(rare, at + 1)) {
      const auto begins = [&](const Sign& sign) {
        return at >= sign.before && text.substr(at).starts_with(sign.rare) && stands_at(sign, text, at - sign.before);
      };
      if (const auto found = std::find_if(first, last, begins); found != last) return found->charset;
    }
    first = last;
  }
  return std::nullopt;
}

}  // namespace

bool looks_double_encoded(std::string_view text) { return taken_for(text).has_value(); }

std::string undo_double_encoding(std::string_view text) {
  constexpr int most_times = 3;  // that programs encoded it too often
  std::string repaired = undo_once(text, taken_for(text).value_or(FrenchCharset::windows_1252));
  for (int i = 1; i < most_times; ++i) {
    const auto charset = taken_for(repaired);
    if (!charset) break;
    repaired = undo_once(repaired, *charset);
  }
  return repaired;
}

bool has_control_letters(std::string_view text) {
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos && at + 1 < text.size();
       at = text.find('\xC2', at + 1)) {
    const char32_t c = code_point_at(text, at).value;
    if (meant_by_control(c) != c) return true;
  }
  return false;
}

std::string undo_control_letters(std::string_view text) {
  std::string repaired;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.size == 2)
      append_utf8(repaired, meant_by_control(c.value));
    else
      repaired += text.substr(at, c.size);
    at += c.size;
  }
  return repaired;
}

}  // namespace hemero
