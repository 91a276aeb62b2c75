#include "common/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "common/text/unicode.h"

namespace hemero {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

/// ISO 8859-1 on the web means windows-1252 (WHATWG Encoding Standard): only the latter has curly quotes and œ.
std::string_view meant_charset(std::string_view declared) {
  std::string name(declared);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  const bool latin1 = name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii";
  return latin1 ? "windows-1252" : declared;
}

std::optional<DecodedText> convert(std::string_view bytes, std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(std::string(charset).c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  DecodedText decoded;
  wide.toUTF8String(decoded.text);
  decoded.charset = charset;
  decoded.damaged = wide.indexOf(char16_t{0xFFFD}) >= 0;
  return decoded;
}

bool is_utf8_name(std::string_view name) {
  return name.size() >= 4 && (name[0] | 32) == 'u' && (name[1] | 32) == 't' && (name[2] | 32) == 'f' &&
         name.find('8') != std::string_view::npos;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    if (auto wide = convert(bytes, "UTF-16")) return *std::move(wide);
  if (is_valid_utf8(bytes)) return {std::string(bytes), "utf-8"};
  if (!declared.empty() && !is_utf8_name(declared))
    if (auto decoded = convert(bytes, meant_charset(declared))) return *std::move(decoded);
  if (auto decoded = convert(bytes, "windows-1252")) return *std::move(decoded);
  return {std::string(bytes), "utf-8", true};
}

bool looks_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  const std::string_view head = bytes.substr(0, 8192);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
  return head.find('\0') != std::string_view::npos || static_cast<std::size_t>(controls) * 10 > head.size();
}

}  // namespace hemero
