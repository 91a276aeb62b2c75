#include "indexer/formats/xml/xml_mender.h"

#include <algorithm>
#include <utility>

#include "common/text/characters/unicode.h"
#include "indexer/formats/html/html_references.h"

namespace hemero {

namespace {

constexpr std::string_view comment_end = "-->";

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

bool starts_name(char byte) {
  return is_letter(byte) || byte == '_' || byte == ':' || static_cast<unsigned char>(byte) >= 0x80;
}

bool is_name(char byte) { return starts_name(byte) || is_digit(byte) || byte == '-' || byte == '.'; }

std::size_t name_size(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_name) - text.begin());
}

/// True when a reference by name stands behind an &: "amp;".
bool is_named_reference(std::string_view behind) {
  const std::size_t size = name_size(behind);
  return size > 0 && starts_name(behind[0]) && size < behind.size() && behind[size] == ';';
}

/// True when a < is one of markup: before a name, the / or the ? before one, or a declaration.
bool is_markup(std::string_view behind) {
  if (behind.starts_with('!'))
    return behind.size() > 1 && (is_letter(behind[1]) || behind[1] == '-' || behind[1] == '[');
  if (behind.starts_with('/') || behind.starts_with('?')) behind.remove_prefix(1);
  return !behind.empty() && starts_name(behind[0]);
}

std::string_view closing_of(std::string_view markup) {
  if (markup.starts_with("<![CDATA[")) return "]]>";
  if (markup.starts_with("<!--")) return comment_end;
  return markup.starts_with("<?") ? "?>" : "";
}

/// Where the next sign stands that may have to be mended, else the end of the text. (find_first_of calls a function
/// for each byte.)
std::size_t find_sign(std::string_view text) {
  const auto is_sign = [](char byte) { return byte == '&' || byte == '<' || byte == ']'; };
  return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_sign) - text.begin());
}

}  // namespace

std::string XmlMender::mend(std::string_view text) {
  mended_.clear();
  mended_.reserve(text.size() + text.size() / 8);
  record_starts_.clear();
  while (!text.empty()) {
    const std::size_t plain = closing_.empty() ? find_sign(text) : 0;
    mended_ += text.substr(0, plain);
    text.remove_prefix(plain);
    if (!text.empty()) text.remove_prefix(closing_.empty() ? take_sign(text) : take_section(text));
    begun_ = true;
  }
  return std::exchange(mended_, {});
}

/// Takes what is left of a section, and returns how many bytes that are.
std::size_t XmlMender::take_section(std::string_view text) {
  const std::size_t found = text.find(closing_);
  const std::size_t size = std::min(found, text.size());
  const std::string_view inside = text.substr(0, size);
  if (closing_ == comment_end)
    mended_.append(static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '\n')), '\n');
  else
    mended_ += inside;
  if (found == std::string_view::npos) return size;
  mended_ += closing_;
  return size + std::exchange(closing_, {}).size();
}

/// Takes the &, the < or the ] that the text begins with.
std::size_t XmlMender::take_sign(std::string_view text) {
  if (text[0] == '&') return take_reference(text);
  if (text[0] == '<') return take_tag(text);
  constexpr std::string_view end_of_section = "]]>";
  const bool mends = text.starts_with(end_of_section);
  mended_ += mends ? "]]&gt;" : "]";
  return mends ? end_of_section.size() : 1;
}

std::size_t XmlMender::take_reference(std::string_view text) {
  const std::string_view behind = text.substr(1);
  if (const auto reference = numbered_reference(behind)) {
    if (reference->character < 0x80)
      ((mended_ += "&#") += std::to_string(static_cast<std::uint32_t>(reference->character))) += ';';
    else
      append_utf8(mended_, reference->character);
    return 1 + reference->size;
  }
  mended_ += is_named_reference(behind) ? "&" : "&amp;";
  return 1;
}

std::size_t XmlMender::take_tag(std::string_view text) {
  constexpr std::string_view declaration = "<?xml";
  if (!is_markup(text.substr(1))) {
    mended_ += "&lt;";
    return 1;
  }
  closing_ = closing_of(text);
  if (begun_ && text.starts_with(declaration) && name_size(text.substr(2)) == declaration.size() - 2) {
    mended_ += "<?_xml";
    return declaration.size();
  }
  if (closing_ == comment_end) {
    mended_ += "<!--";
    return 4;
  }
  if (begins_record(text.substr(1))) record_starts_.push_back(mended_.size());
  mended_ += '<';
  return 1;
}

bool XmlMender::begins_record(std::string_view tag) const {
  std::string_view name = tag.substr(0, name_size(tag));
  name.remove_prefix(name.find(':') + 1);
  return std::find(records_.begin(), records_.end(), name) != records_.end();
}

}  // namespace hemero
