#include "common/text/characters/french_charset.h"

#include <array>

#include "common/text/characters/unicode.h"
#include "common/text/characters/windows_1252.h"

namespace hemero {

namespace {

using HighHalf = std::array<char16_t, 128>;

constexpr HighHalf latin_1() {
  HighHalf high{};
  for (std::size_t i = 0; i < high.size(); ++i) high[i] = static_cast<char16_t>(0x80 + i);
  return high;
}

constexpr HighHalf windows_1252() {
  HighHalf high = latin_1();
  for (std::size_t i = 0; i < windows_1252_letters.size(); ++i)
    if (windows_1252_letters[i] != 0) high[i] = windows_1252_letters[i];
  return high;
}

constexpr HighHalf iso_8859_15() {
  HighHalf high = latin_1();
  constexpr std::array<std::pair<std::size_t, char16_t>, 8> changed{
      {{0xA4, u'€'}, {0xA6, u'Š'}, {0xA8, u'š'}, {0xB4, u'Ž'}, {0xB8, u'ž'}, {0xBC, u'Œ'}, {0xBD, u'œ'}, {0xBE, u'Ÿ'}}};
  for (const auto& [byte, character] : changed) high[byte - 0x80] = character;
  return high;
}

/// Of Unicode's mapping tables; U+F8FF is Apple's sign, cp850 is that of Windows 98, which has the euro.
constexpr HighHalf filled(const char16_t (&characters)[129]) {
  HighHalf high{};
  for (std::size_t i = 0; i < high.size(); ++i) high[i] = characters[i];
  return high;
}

constexpr HighHalf macintosh = filled(
    u"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎ"
    u"ÏÌÓÔ"
    u"\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ");

constexpr HighHalf cp850 = filled(
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´"
    u"\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0");

constexpr std::array<HighHalf, french_charset_count> charsets{windows_1252(), iso_8859_15(), macintosh, cp850};

/// What a letter of French says that stands beside another letter: the more of them texts have, the more.
int weight_of_letter(char32_t c) {
  if (std::u32string_view(U"éÉ").find(c) != std::u32string_view::npos) return 4;
  if (std::u32string_view(U"èàêçÀÈÊÇ").find(c) != std::u32string_view::npos) return 3;
  if (std::u32string_view(U"ôîûùâïœÔÎÛÙÂÏŒ").find(c) != std::u32string_view::npos) return 2;
  return std::u32string_view(U"ëüÿæËÜŸÆ").find(c) != std::u32string_view::npos ? 1 : 0;
}

bool is_letter(char32_t c) { return char_class(c) == CharClass::letter; }

/// A character and what stands around it; a blank at either end.
struct Place {
  char32_t before;
  char32_t c;
  char32_t after;

  bool follows_letter() const { return is_letter(before); }
  bool precedes_letter() const { return is_letter(after); }
  bool is_between_letters() const { return follows_letter() && precedes_letter(); }
  bool touches_letter() const { return follows_letter() || precedes_letter(); }
};

/// Capitals stand at the beginning of words, or among capitals; small letters do not among capitals.
int score_of_letter(const Place& place) {
  constexpr int wrong_case = -4;
  const int weight = weight_of_letter(place.c);
  if (is_upper(place.c)) {
    if (is_lower(place.before)) return wrong_case;
    return place.touches_letter() || place.c == U'À' ? weight : -1;
  }
  if (is_upper(place.before) && is_upper(place.after)) return wrong_case;
  const bool word = place.c == U'à' || place.touches_letter();
  return word ? (weight > 0 ? weight : -1) : -1;
}

/// Signs that are printed in French texts, where they are.
int score_of_sign(const Place& place) {
  constexpr int misplaced = -3;
  switch (place.c) {
    case U'’':
    case U'‘':
      return place.is_between_letters() ? 3 : place.touches_letter() ? 0 : -1;
    case U'«':
    case U'“':
      return place.follows_letter() ? misplaced : 2;
    case U'»':
    case U'”':
    case U'…':
      return place.precedes_letter() ? misplaced : 2;
    case U'–':
    case U'—':
      return place.touches_letter() ? misplaced : 1;
    case U'€':
    case U'°':
    case U'£':
    case U'§':
      return place.is_between_letters() ? misplaced : 1;
    case U'\u00A0':
      return 0;
    case U'´':
    case U'¨':
    case U'¸':
      return -1;
    case U'½':
    case U'¼':
    case U'¾':
    case U'²':
    case U'³':
      return place.touches_letter() ? misplaced : 0;
    default:
      return place.touches_letter() ? misplaced : -1;
  }
}

/// What a charset must be better by than windows-1252: « Suite… » of the one is « Suiteà » of the other.
int doubt_of(FrenchCharset charset) {
  return charset == FrenchCharset::macintosh || charset == FrenchCharset::cp850 ? 3 : 0;
}

int score_at(const Place& place) {
  constexpr int nothing = -6;  // for what no text holds
  if (place.c < 0xA0 || place.c == 0xF8FF) return nothing;
  return is_letter(place.c) ? score_of_letter(place) : score_of_sign(place);
}

}  // namespace

char32_t character_of(FrenchCharset charset, unsigned char byte) {
  return byte < 0x80 ? byte : charsets[static_cast<std::size_t>(charset)][byte - 0x80U];
}

std::string_view name_of(FrenchCharset charset) {
  constexpr std::array<std::string_view, french_charset_count> names{"windows-1252", "ISO-8859-15", "macintosh",
                                                                     "cp850"};
  return names[static_cast<std::size_t>(charset)];
}

int french_score(std::string_view bytes, FrenchCharset charset) {
  const auto at = [&](std::size_t i) {
    return i < bytes.size() ? character_of(charset, static_cast<unsigned char>(bytes[i])) : U' ';
  };
  constexpr int most = 1'000'000;  // enough to know
  int score = 0;
  for (std::size_t i = 0; i < bytes.size() && score < most && score > -most; ++i)
    if (static_cast<unsigned char>(bytes[i]) >= 0x80) score += score_at({i == 0 ? U' ' : at(i - 1), at(i), at(i + 1)});
  return score;
}

FrenchCharset likeliest_charset(std::string_view bytes) {
  auto best = FrenchCharset::windows_1252;
  int most = french_score(bytes, best);
  for (int i = 1; i < french_charset_count; ++i) {
    const auto charset = static_cast<FrenchCharset>(i);
    const int score = french_score(bytes, charset) - doubt_of(charset);
    if (score <= most) continue;
    best = charset;
    most = score;
  }
  return best;
}

void append_decoded(std::string& text, std::string_view bytes, FrenchCharset charset) {
  for (const char byte : bytes) append_utf8(text, character_of(charset, static_cast<unsigned char>(byte)));
}

}  // namespace hemero
