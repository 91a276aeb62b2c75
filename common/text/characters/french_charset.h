#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// The 8-bit charsets that French texts came in: of Windows, of Unix and the mails of 1999 to 2008, of Macs before
/// OS X, of DOS.
enum class FrenchCharset : std::uint8_t { windows_1252, iso_8859_15, macintosh, cp850 };

constexpr int french_charset_count = 4;

/// What a charset has for the bytes 0x80 to 0xFF; a control character or U+FFFD where it has nothing.
char32_t character_of(FrenchCharset charset, unsigned char byte);

/// The name that ICU and the IANA know it by: "ISO-8859-15".
std::string_view name_of(FrenchCharset charset);

/// How well bytes read as French in a charset: letters beside letters and signs where they are printed count, what
/// stands between letters and is none, capitals inside of words and control characters count against it. 0 for ASCII.
int french_score(std::string_view bytes, FrenchCharset charset);

/// The charset in which bytes read best; windows-1252 where several do.
FrenchCharset likeliest_charset(std::string_view bytes);

/// Appends bytes in UTF-8.
void append_decoded(std::string& text, std::string_view bytes, FrenchCharset charset);

}  // namespace hemero
