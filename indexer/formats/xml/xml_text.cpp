#include "indexer/formats/xml/xml_text.h"

#include <string_view>

#include "common/text/charset.h"
#include "indexer/formats/html/html_source.h"

namespace hemero {

namespace {

constexpr std::size_t block_size = std::size_t{8}
                                   << 10;  ///< a larger block costs the parser more in long CDATA sections

void blank_control_characters(std::string& text) {
  for (char& byte : text)
    if (static_cast<unsigned char>(byte) < ' ' && byte != '\n' && byte != '\t' && byte != '\r') byte = ' ';
}

}  // namespace

std::string XmlText::next() {
  while (!at_end_ && (bytes_.size() < block_size || whole_characters() == 0)) fill();
  if (!begun_) look_at_beginning();
  const std::size_t size = at_end_ ? bytes_.size() : whole_characters();
  if (size == 0) return {};
  std::string text = decode_text(mark_ + bytes_.substr(0, size), declared_).text;
  bytes_.erase(0, size);
  blank_control_characters(text);
  return text.empty() ? next() : ampersands_.mend(text);
}

void XmlText::fill() {
  const std::size_t before = bytes_.size();
  bytes_.resize(before + block_size);
  const std::size_t size = input_.read(std::span(bytes_).subspan(before));
  bytes_.resize(before + size);
  offset_ += size;
  at_end_ = size == 0;
}

/// UTF-16 tells itself by its mark, or by the NUL beside the first "<".
void XmlText::look_at_beginning() {
  using namespace std::string_view_literals;
  begun_ = true;
  if (bytes_.starts_with("\xFF\xFE"sv) || bytes_.starts_with("<\0"sv)) mark_ = "\xFF\xFE";
  if (bytes_.starts_with("\xFE\xFF"sv) || bytes_.starts_with("\0<"sv)) mark_ = "\xFE\xFF";
  if (!mark_.empty() && bytes_.starts_with(mark_)) bytes_.erase(0, 2);
  if (mark_.empty()) bytes_.erase(0, bytes_.find_first_not_of(" \t\r\n"));  // XML wants none before its declaration
  declared_ = declared_charset(bytes_);
}

/// The bytes up to a place at which neither a character nor a reference is cut: behind an ASCII sign that is no part of
/// another one in any charset. Nothing while there is none, unless that takes too long.
std::size_t XmlText::whole_characters() const {
  constexpr std::string_view signs = "\n >;";
  const std::size_t longest = bytes_.size() < 4 * block_size ? 0 : bytes_.size();
  if (mark_.empty()) {
    const std::size_t last = bytes_.find_last_of(signs);
    return last != std::string::npos ? last + 1 : longest;
  }
  const std::size_t high = mark_[0] == '\xFF' ? 1 : 2;  // where the high byte of a unit stands, from its end
  for (std::size_t end = bytes_.size() & ~std::size_t{1}; end >= 2; end -= 2)
    if (bytes_[end - high] == '\0' && signs.find(bytes_[end - 3 + high]) != std::string_view::npos) return end;
  std::size_t size = longest & ~std::size_t{1};
  if (size >= 2 && (static_cast<unsigned char>(bytes_[size - high]) & 0xFCU) == 0xD8U) size -= 2;
  return size;
}

}  // namespace hemero
