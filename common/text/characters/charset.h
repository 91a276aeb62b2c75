#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// Text made UTF-8, and how.
struct DecodedText {
  std::string text;
  std::string charset;   ///< "utf-8", "windows-1252", …: what the bytes were read as
  bool damaged = false;  ///< bytes that mean nothing in that charset became U+FFFD
};

/// Bytes of unknown charset → UTF-8: a byte order mark decides; else strictly valid UTF-8 is UTF-8; else the declared
/// charset, when it is known and is not UTF-8; else UTF-8 with a few bytes spoilt is damaged UTF-8, and all the rest is
/// what of windows-1252, ISO 8859-15, MacRoman and cp850 makes French (french_charset.h), line by line where a text is
/// mixed. The byte order mark is dropped.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

/// True when the bytes are no text in any charset read here: a NUL byte, or many control characters, in the first
/// 8 KiB, and no byte order mark.
bool looks_binary(std::string_view bytes);

}  // namespace hemero
