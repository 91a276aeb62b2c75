#include "common/text/characters/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <new>
#include <stdexcept>

#include "common/text/characters/latin_classes.h"

namespace hemero {

namespace {

constexpr char32_t replacement = 0xFFFD;

[[noreturn]] void fail(UErrorCode status, const char* why) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  throw std::runtime_error(why);
}

const icu::Normalizer2& made(const icu::Normalizer2* normalizer, const UErrorCode& status, const char* why) {
  if (U_FAILURE(status)) fail(status, why);
  return *normalizer;
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2& normalizer =
      made(icu::Normalizer2::getNFCInstance(status), status, "ICU has no NFC data");
  return normalizer;
}

const icu::Normalizer2& nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2& normalizer =
      made(icu::Normalizer2::getNFKDInstance(status), status, "ICU has no NFKD data");
  return normalizer;
}

bool is_single_word_script(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

CharClass class_by_category(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(code)) return CharClass::blank;
  switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return is_single_word_script(code) ? CharClass::ideograph : CharClass::letter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::digit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::mark;
    case U_FORMAT_CHAR:
      return CharClass::ignorable;
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::quote;
    default:
      return CharClass::other;
  }
}

/// The letters that Unicode does not decompose and that readers type as their base.
std::string_view undecomposed(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ŧ':
      return "t";
    case U'ŋ':
      return "ng";
    case U'þ':
      return "th";
    case U'ß':
      return "ss";
    case U'œ':
      return "oe";
    case U'æ':
      return "ae";
    case U'ƒ':
      return "f";
    case U'ə':
    case U'ǝ':
    case U'ɛ':
      return "e";
    case U'ɔ':
      return "o";
    case U'ɓ':
      return "b";
    case U'ɗ':
    case U'ɖ':
      return "d";
    case U'ƙ':
    case U'ĸ':
      return "k";
    case U'ɲ':
      return "n";
    case U'ƴ':
      return "y";
    default:
      return {};
  }
}

/// Marks that readers leave out when typing; in other scripts (Devanagari, Thai…) a mark is a vowel and stays.
bool is_dropped_mark(UChar32 c) {
  if (u_charType(c) != U_NON_SPACING_MARK) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_INHERITED || script == USCRIPT_COMMON || script == USCRIPT_LATIN ||
         script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

std::string fold_by_icu(char32_t c) {
  std::string folded;
  icu::UnicodeString decomposed;
  if (!nfkd().getDecomposition(static_cast<UChar32>(c), decomposed)) decomposed = static_cast<UChar32>(c);
  decomposed.foldCase();
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 part = decomposed.char32At(i);
    if (is_dropped_mark(part) || is_word_sign(static_cast<char32_t>(part))) continue;
    const auto replaced = undecomposed(static_cast<char32_t>(part));
    if (replaced.empty()) append_utf8(folded, static_cast<char32_t>(part));
    folded += replaced;
  }
  return folded;
}

/// Folding of the letters of Latin-1 and Latin Extended-A, made once: no French text goes to ICU letter by letter.
struct LatinFolding {
  static constexpr char32_t first = 0x80;
  static constexpr char32_t last = 0x17F;
  struct Entry {
    std::array<char, 7> bytes{};  ///< "1⁄2" of ½ takes five
    std::uint8_t size = 0;
  };
  std::array<Entry, last - first + 1> entries{};

  LatinFolding() {
    for (char32_t c = first; c <= last; ++c) {
      const std::string folded = fold_by_icu(c);
      Entry& entry = entries[c - first];
      entry.size = static_cast<std::uint8_t>(folded.copy(entry.bytes.data(), entry.bytes.size()));
    }
  }
};

}  // namespace

CodePoint detail::decode(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, 4));
  int32_t next = 0;
  UChar32 c = 0;
  U8_NEXT(bytes + at, next, length, c);
  if (c < 0) return {replacement, 1};
  return {static_cast<char32_t>(c), static_cast<std::uint8_t>(next)};
}

CharClass char_class(char32_t c) {
  if (c < latin_classes.size()) return latin_classes[c];
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
      return CharClass::apostrophe;
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x02BE:
    case 0x02BF:
      return CharClass::apostrophe;
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2212:
      return CharClass::hyphen;
    case 0x0640:  // tatweel, which stretches an Arabic word to fill the line
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return CharClass::ignorable;
    case 0x2026:
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return CharClass::terminal;
    case 0x061F:
    case 0x06D4:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
      return CharClass::terminal;
    case 0x2028:
    case 0x2029:
      return CharClass::line_feed;
    default:
      return class_by_category(c);
  }
}

bool is_word_sign(char32_t c) {
  switch (char_class(c)) {
    case CharClass::apostrophe:
    case CharClass::hyphen:
    case CharClass::full_stop:
    case CharClass::ignorable:
      return true;
    default:
      return false;
  }
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z';
  return u_charType(static_cast<UChar32>(c)) == U_LOWERCASE_LETTER;
}

void append_utf8(std::string& out, char32_t c) {
  std::array<std::uint8_t, 4> bytes{};
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<std::uint32_t>(c));
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == replacement && c.size == 1) return false;
    at += c.size;
  }
  return true;
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (nfc().isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  std::string normalized;
  nfc().normalize(icu::UnicodeString::fromUTF8(piece), status).toUTF8String(normalized);
  return normalized;
}

std::string to_lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  bool composed = true;
  for (std::size_t at = 0; at < text.size();) {
    const char ascii = text[at];
    if (static_cast<unsigned char>(ascii) < 0x80) {
      lower += static_cast<char>(ascii >= 'A' && ascii <= 'Z' ? ascii + 32 : ascii);
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    const auto low = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)));
    switch (low) {
      case U'œ':
        lower += "oe";
        break;
      case U'æ':
        lower += "ae";
        break;
      case U'ﬀ':
        lower += "ff";
        break;
      case U'ﬁ':
        lower += "fi";
        break;
      case U'ﬂ':
        lower += "fl";
        break;
      case U'ﬃ':
        lower += "ffi";
        break;
      case U'ﬄ':
        lower += "ffl";
        break;
      default:
        append_utf8(lower, low);
    }
    composed = composed && char_class(low) != CharClass::mark;
  }
  return composed ? lower : to_nfc(lower);
}

void append_folded(std::string& out, char32_t c) {
  static const LatinFolding latin;
  if (c < 0x80) {
    out += static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32 : c);
  } else if (c <= LatinFolding::last) {
    const auto& entry = latin.entries[c - LatinFolding::first];
    out.append(entry.bytes.data(), entry.size);
  } else {
    out += fold_by_icu(c);
  }
}

/// Bytes that go on with a character are taken off, eight at once: those whose two highest bits are 10.
std::size_t code_point_count(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::size_t count = text.size();
  for (std::uint64_t bytes = 0; text.size() >= sizeof bytes; text.remove_prefix(sizeof bytes)) {
    std::memcpy(&bytes, text.data(), sizeof bytes);
    const std::uint64_t behind = (bytes >> 7) & ~(bytes >> 6) & ones;
    count -= static_cast<std::size_t>((behind * ones) >> 56);
  }
  for (const char byte : text) count -= (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    const CharClass what = char_class(c.value);
    if (what == CharClass::mark || what == CharClass::ignorable) continue;
    const auto east_asian = u_getIntPropertyValue(static_cast<UChar32>(c.value), UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::string unicode_version() { return U_UNICODE_VERSION; }

std::size_t floor_code_point(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace hemero
