#include "common/text/mojibake.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/unicode.h"
#include "common/text/windows_1252.h"

namespace hemero {

namespace {

/// The byte that windows-1252 reads as this character; 0 for none beyond ASCII.
unsigned char byte_of(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<unsigned char>(c);
  const auto* found = std::find(windows_1252_letters.begin(), windows_1252_letters.end(), static_cast<char16_t>(c));
  const bool known = c > 0xFF && c <= 0xFFFF && found != windows_1252_letters.end();
  return known ? static_cast<unsigned char>(0x80 + (found - windows_1252_letters.begin())) : 0;
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

/// The character that is encoded twice here; nothing when none is.
std::optional<Stretch> stretch_at(std::string_view text, std::size_t at) {
  std::string bytes;
  std::size_t end = at;
  while (bytes.size() < 3 && end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    const unsigned char byte = byte_of(c.value);
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

std::string undo_once(std::string_view text) {
  std::string repaired;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    auto stretch = c.size > 1 ? stretch_at(text, at) : std::nullopt;
    if (!stretch) stretch = lost_a_at(text, at);
    if (stretch)
      append_utf8(repaired, stretch->meant);
    else
      repaired += text.substr(at, c.size);
    at += stretch ? stretch->size : c.size;
  }
  return repaired;
}

/// A beginning of a stretch that no French text holds: a byte of its UTF-8 that is rare, to be found fast, and how many
/// stand before it.
struct Sign {
  std::string_view rare;
  std::size_t before;
};

constexpr std::array signs{
    Sign{"\x83", 1},              // Ã
    Sign{"\x85", 1},              // Å
    Sign{"\xA2\xE2\x82\xAC", 1},  // â€
    Sign{"\xA2\xC2\x80", 1},      // â, and the control character that ISO 8859-1 has in the place of €
};

}  // namespace

bool looks_double_encoded(std::string_view text) {
  return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
    for (std::size_t at = text.find(sign.rare); at != std::string_view::npos; at = text.find(sign.rare, at + 1))
      if (at >= sign.before && stretch_at(text, at - sign.before)) return true;
    return false;
  });
}

std::string undo_double_encoding(std::string_view text) {
  constexpr int most_times = 3;  // that programs encoded it too often
  std::string repaired = undo_once(text);
  for (int i = 1; i < most_times && looks_double_encoded(repaired); ++i) repaired = undo_once(repaired);
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
