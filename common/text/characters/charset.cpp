#include "common/text/characters/charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text/characters/french_charset.h"
#include "common/text/characters/icu_version.h"
#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

/// True for ISO 8859-1, under any of its names, which means windows-1252 on the web (WHATWG Encoding Standard): only
/// the latter has curly quotes and œ.
bool means_windows_1252(std::string_view declared) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getStandardName(std::string(declared).c_str(), "MIME", &status);
  const std::string_view mime = U_SUCCESS(status) && name != nullptr ? name : "";
  return mime == "ISO-8859-1" || mime == "US-ASCII";
}

std::optional<DecodedText> convert(std::string_view bytes, std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(std::string(charset).c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  // Some East Asian converters put U+001A for a byte that means nothing.
  if (bytes.find('\x1A') == std::string_view::npos) wide.findAndReplace(u"\u001A", u"\uFFFD");
  DecodedText decoded;
  wide.toUTF8String(decoded.text);
  decoded.charset = charset;
  decoded.damaged = wide.indexOf(char16_t{0xFFFD}) >= 0;
  return decoded;
}

/// How many of the characters beyond ASCII are UTF-8 and how many are not. French in another charset holds next to
/// nothing that looks like UTF-8.
struct Utf8Share {
  std::size_t whole = 0;
  std::size_t broken = 0;  ///< bytes with which a character should start
};

Utf8Share utf8_share(std::string_view bytes) {
  Utf8Share share;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    at += c.size;
    share.whole += c.size > 1;
    share.broken += c.size == 1 && static_cast<unsigned char>(bytes[at - 1]) >= 0xC0;
  }
  return share;
}

/// Bytes of which no charset is known and that are not UTF-8, line by line: some files were put together of others. A
/// line that is UTF-8 is; so is one of a text that mostly is, with what was cut or spoilt in it. All others are in the
/// 8-bit charset in which the whole reads best as French, but for lines that do not and do in another one.
class UnknownText {
 public:
  explicit UnknownText(std::string_view bytes) : bytes_(bytes) {
    const Utf8Share share = utf8_share(bytes);
    mostly_utf8_ = share.whole > share.broken;
    charset_ = likeliest_charset(bytes);
  }

  DecodedText decode() {
    decoded_.charset = mostly_utf8_ ? "utf-8" : name_of(charset_);
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size() - 1) + 1;
      add_line(bytes_.substr(at, end - at));
      at = end;
    }
    return std::move(decoded_);
  }

 private:
  void add_line(std::string_view line) {
    if (is_valid_utf8(line)) {
      decoded_.text += line;
    } else if (is_spoilt_utf8(line)) {
      decoded_.damaged = true;
      if (const auto whole = convert(line, "utf-8")) decoded_.text += whole->text;
    } else {
      append_decoded(decoded_.text, line, charset_of(line));
    }
  }

  /// Of a text that is mostly UTF-8 a line in another charset holds nothing of it, and reads as French.
  bool is_spoilt_utf8(std::string_view line) const {
    const Utf8Share share = utf8_share(line);
    return mostly_utf8_ && (share.whole > share.broken || french_score(line, likeliest_charset(line)) <= 0);
  }

  FrenchCharset charset_of(std::string_view line) const {
    if (french_score(line, charset_) >= 0) return charset_;
    const FrenchCharset other = likeliest_charset(line);
    return french_score(line, other) > 0 ? other : charset_;
  }

  std::string_view bytes_;
  bool mostly_utf8_;
  FrenchCharset charset_;
  DecodedText decoded_;
};

/// The charset that is declared: of windows-1252 and ISO 8859-15, which was served under the name of ISO 8859-1, the
/// one that reads better.
std::string_view meant_charset(std::string_view bytes, std::string_view declared) {
  if (!means_windows_1252(declared)) return declared;
  const auto score = [&](FrenchCharset charset) { return french_score(bytes, charset); };
  const bool unix = score(FrenchCharset::iso_8859_15) > score(FrenchCharset::windows_1252);
  return name_of(unix ? FrenchCharset::iso_8859_15 : FrenchCharset::windows_1252);
}

bool is_utf8_name(std::string_view name) {
  return name.size() >= 4 && (name[0] | 32) == 'u' && (name[1] | 32) == 't' && (name[2] | 32) == 'f' &&
         name.find('8') != std::string_view::npos;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with(utf8_mark))
    bytes.remove_prefix(utf8_mark.size());
  else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    if (auto wide = convert(bytes, "UTF-16")) return *std::move(wide);
  if (is_valid_utf8(bytes)) return {std::string(bytes), "utf-8"};
  if (!declared.empty() && !is_utf8_name(declared))
    if (auto decoded = convert(bytes, meant_charset(bytes, declared))) return *std::move(decoded);
  return UnknownText(bytes).decode();
}

bool looks_binary(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return true;  // UTF-32, which nobody writes texts in
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  const std::string_view head = bytes.substr(0, 8192);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
  return head.find('\0') != std::string_view::npos || static_cast<std::size_t>(controls) * 10 > head.size();
}

std::string icu_version() {
  UVersionInfo version{};
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace hemero
