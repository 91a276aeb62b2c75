#include "indexer/formats/xml/xml_ampersands.h"

#include <algorithm>

namespace hemero {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_hex(char byte) { return is_digit(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f'); }

bool is_name(char byte) {
  const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  return letter || is_digit(byte) || byte == '_' || byte == ':' || byte == '-' || byte == '.' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

/// True when a reference follows an &: "amp;", "#233;", "#xE9;".
bool is_reference(std::string_view behind) {
  const bool hex = behind.starts_with("#x");
  const bool number = behind.starts_with('#');
  if (number) behind.remove_prefix(hex ? 2 : 1);
  const auto end = std::find_if_not(behind.begin(), behind.end(), hex ? is_hex : number ? is_digit : is_name);
  const bool begins = !behind.empty() && (number || (!is_digit(behind[0]) && behind[0] != '-' && behind[0] != '.'));
  return begins && end != behind.begin() && end != behind.end() && *end == ';';
}

std::string_view closing_of(std::string_view markup) {
  if (markup.starts_with("<![CDATA[")) return "]]>";
  if (markup.starts_with("<!--")) return "-->";
  return markup.starts_with("<?") ? "?>" : "";
}

/// Where the next & or < stands, else the end of the text. (find_first_of calls a function for each byte.)
std::size_t find_sign(std::string_view text) {
  const auto sign = std::find_if(text.begin(), text.end(), [](char byte) { return byte == '&' || byte == '<'; });
  return sign == text.end() ? std::string_view::npos : static_cast<std::size_t>(sign - text.begin());
}

}  // namespace

std::string XmlAmpersands::mend(std::string_view text) {
  std::string mended;
  while (!text.empty()) {
    const bool inside = !closing_.empty();
    const std::size_t found = inside ? text.find(closing_) : find_sign(text);
    if (found == std::string_view::npos) return mended.append(text);
    const std::string_view sign = text.substr(found);
    const std::size_t end = found + (inside ? closing_.size() : 1);
    mended += text.substr(0, end);
    text.remove_prefix(end);
    if (!inside && sign.starts_with('&') && !is_reference(text)) mended += "amp;";
    closing_ = inside ? std::string_view() : closing_of(sign);
  }
  return mended;
}

}  // namespace hemero
