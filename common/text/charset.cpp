#include "common/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text/icu_version.h"
#include "common/text/unicode.h"

namespace hemero {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

/// ISO 8859-1, under any of its names, means windows-1252 on the web (WHATWG Encoding Standard): only the latter has
/// curly quotes and œ.
std::string_view meant_charset(std::string_view declared) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getStandardName(std::string(declared).c_str(), "MIME", &status);
  const std::string_view mime = U_SUCCESS(status) && name != nullptr ? name : "";
  return mime == "ISO-8859-1" || mime == "US-ASCII" ? "windows-1252" : declared;
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

/// True when more of the characters beyond ASCII are whole than broken: UTF-8 that was cut or has a byte spoilt. French
/// in another charset holds next to nothing that looks like UTF-8.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    at += c.size;
    whole += c.size > 1;
    broken += c.size == 1 && static_cast<unsigned char>(bytes[at - 1]) >= 0xC0;  // where a character should start
  }
  return whole > broken;
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
    if (auto decoded = convert(bytes, meant_charset(declared))) return *std::move(decoded);
  if (auto decoded = convert(bytes, is_mostly_utf8(bytes) ? "utf-8" : "windows-1252")) return *std::move(decoded);
  return {std::string(bytes), "utf-8", true};
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
