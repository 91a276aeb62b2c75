#include "common/base/json_writer.h"

#include <cmath>

#include <fmt/format.h>

#include "common/base/visible.h"

namespace hemero {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\'; }

/// The bytes of one UTF-8 sequence, or of the part of one that is replaced as a whole.
struct Sequence {
  std::size_t length = 1;
  bool valid = false;
};

/// The sequence at the front of `text`, which begins with a byte above 0x7F. What is not valid is cut into maximal
/// subparts (Unicode, chapter 3.9), as browsers and ICU do.
Sequence first_sequence(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte's range excludes overlong forms, surrogates and what lies beyond U+10FFFF (table 3-7).
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t at = 1; at < length; ++at) {
    if (at == text.size() || byte(at) < (at == 1 ? low : 0x80) || byte(at) > (at == 1 ? high : 0xBF))
      return {at, false};
  }
  return {length, true};
}

/// The character of a valid sequence that a terminal might obey, one of those that is_unshown() knows above 0x7F; 0 for
/// any other one.
char32_t commanding(std::string_view sequence) {
  const auto byte = [&](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(sequence[at])); };
  if (byte(0) != 0xC2 && byte(0) != 0xE2) return 0;
  const char32_t c = byte(0) == 0xC2 ? byte(1) : (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  return is_unshown(c) ? c : 0;
}

void append_escaped(std::string& out, char32_t c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;  // text[written, at) is fit to be copied as it is
  std::size_t at = 0;
  const auto copy_run = [&] { out.append(text, written, at - written); };
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_plain(byte)) {
      ++at;
      continue;
    }
    const Sequence sequence = byte < 0x80 ? Sequence{1, true} : first_sequence(text.substr(at));
    const char32_t escaped = byte < 0x80 ? byte : sequence.valid ? commanding(text.substr(at)) : 0;
    if (byte < 0x80 || !sequence.valid || escaped != 0) {
      copy_run();
      if (sequence.valid)
        append_escaped(out, escaped);
      else
        out += replacement;
      written = at + sequence.length;
    }
    at += sequence.length;
  }
  copy_run();
  out += '"';
}

std::string without_trailing_zeros(std::string digits) {
  if (digits.find('.') == std::string::npos) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  has_members_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_ += '}';
  has_members_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  has_members_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_ += ']';
  has_members_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  out_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_quoted(out_, text);
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  separate();
  out_ += fmt::format_int(number).c_str();
  return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
  separate();
  out_ += fmt::format_int(number).c_str();
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(const std::vector<std::string>& texts) {
  begin_array();
  for (const std::string& text : texts) value(text);
  return end_array();
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::value(double number, int decimals) {
  if (!std::isfinite(number)) return null();
  separate();
  constexpr double exact_limit = 1e15;  // beyond it a double has no decimals worth printing
  const std::string digits = std::abs(number) < exact_limit
                                 ? without_trailing_zeros(fmt::format("{:.{}f}", number, decimals))
                                 : fmt::format("{}", number);
  out_ += digits == "-0" ? "0" : digits;
  return *this;
}

/// Puts the comma that parts this value from the one before it in the same object or array.
void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_members_.empty()) return;
  if (has_members_.back()) out_ += ',';
  has_members_.back() = true;
}

}  // namespace hemero
