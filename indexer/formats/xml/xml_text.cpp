#include "indexer/formats/xml/xml_text.h"

#include <algorithm>

#include "common/text/characters/charset.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/input/file_head.h"

namespace hemero {

namespace {

constexpr std::size_t block_size = std::size_t{8}
                                   << 10;  ///< a larger block costs the parser more in long CDATA sections
constexpr std::size_t longest_beginning = std::size_t{64} << 10;  ///< in which the declaration is looked for

/// Control characters, and the two that are none (U+FFFE, U+FFFF).
void blank_forbidden_characters(std::string& text) {
  for (char& byte : text)
    if (static_cast<unsigned char>(byte) < ' ' && byte != '\n' && byte != '\t' && byte != '\r') byte = ' ';
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = text.find(none); at != std::string::npos; at = text.find(none, at))
      text.replace(at, none.size(), none.size(), ' ');
}

std::uint64_t lines_in(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

XmlPiece XmlText::next() {
  line_ += lines_in(std::string_view(block_).substr(at_ - piece_size_, piece_size_));
  piece_size_ = 0;
  if (at_ == block_.size() && !read_block()) return {};
  const auto& starts = mender_.record_starts();
  const bool begins_record = next_start_ < starts.size() && starts[next_start_] == at_;
  if (begins_record) ++next_start_;
  const std::size_t end = next_start_ < starts.size() ? starts[next_start_] : block_.size();
  piece_size_ = end - at_;
  at_ = end;
  return {std::string_view(block_).substr(end - piece_size_, piece_size_), begins_record};
}

/// Makes the next block that holds something; false at the end.
bool XmlText::read_block() {
  block_.clear();
  at_ = next_start_ = 0;
  while (block_.empty()) {
    while (!at_end_ && (bytes_.size() < block_size || whole_characters() == 0)) fill();
    if (!begun_) look_at_beginning();
    const std::size_t size = at_end_ ? bytes_.size() : whole_characters();
    if (size == 0 && at_end_) return false;
    std::string text = decode_text(std::string_view(bytes_).substr(0, size), declared_).text;
    bytes_.erase(0, size);
    blank_forbidden_characters(text);
    block_ = mender_.mend(text);
  }
  return true;
}

void XmlText::fill() {
  const std::size_t before = bytes_.size();
  bytes_.resize(before + block_size);
  const std::size_t size = input_.read(std::span(bytes_).subspan(before));
  bytes_.resize(before + size);
  offset_ += size;
  at_end_ = size == 0;
}

/// Byte order marks, blank lines and messages, which programs print before what they send.
void XmlText::look_at_beginning() {
  begun_ = true;
  while (!at_end_ && bytes_.size() < longest_beginning && holds_messages_alone(bytes_)) fill();
  const std::string_view beginning = std::string_view(bytes_).substr(0, bytes_before_xml(bytes_));
  line_ += lines_in(beginning);
  bytes_.erase(0, beginning.size());
  declared_ = declared_charset(bytes_);
}

/// The bytes up to a place at which neither a character nor a reference is cut: behind an ASCII sign that is no part of
/// another one in any charset. Nothing while there is none, unless that takes too long.
std::size_t XmlText::whole_characters() const {
  const std::size_t last = bytes_.find_last_of("\n >;");
  if (last != std::string::npos) return last + 1;
  return bytes_.size() < 4 * block_size ? 0 : bytes_.size();
}

}  // namespace hemero
