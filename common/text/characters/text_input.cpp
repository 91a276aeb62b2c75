#include "common/text/characters/text_input.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/base/error.h"
#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_size = 512;                     ///< bytes that tell the encoding
constexpr std::size_t block_size = std::size_t{64} << 10;  ///< bytes that are asked for at once
constexpr char32_t no_character = U'\uFFFD';

/// How many of a hundred bytes are NUL that stand at this place of a unit.
std::size_t nul_percent(std::string_view head, std::size_t unit, std::size_t place) {
  std::size_t nul = 0;
  std::size_t all = 0;
  for (std::size_t at = place; at < head.size(); at += unit, ++all) nul += head[at] == '\0';
  return all == 0 ? 0 : nul * 100 / all;
}

}  // namespace

void end_lines(std::span<char> text) {
  const std::string_view bytes(text.data(), text.size());
  for (std::size_t at = bytes.find('\r'); at != std::string_view::npos; at = bytes.find('\r', at + 1))
    if (at + 1 == bytes.size() || bytes[at + 1] != '\n') text[at] = '\n';
}

std::size_t TextInput::read(std::span<char> room) {
  constexpr std::size_t least_room = 2;  // for a carriage return and what tells what it is
  const bool is_ready = at_ < ready_.size();
  if (!is_ready && begun_ && encoding_ == Encoding::bytes && room.size() >= least_room) return read_through(room);
  if (!is_ready && !refill()) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    return 0;
  }
  const std::size_t size = std::min(room.size(), ready_.size() - at_);
  std::memcpy(room.data(), ready_.data() + at_, size);
  at_ += size;
  return size;
}

/// Bytes that stay as they are but for the ends of lines, put where they are wanted.
std::size_t TextInput::read_through(std::span<char> room) {
  std::size_t size = 0;
  if (std::exchange(held_return_, false)) room[size++] = '\r';
  std::size_t more = 0;
  do {
    more = read_bytes(room.subspan(size));
    size += more;
  } while (more > 0 && size == 1 && room.front() == '\r');
  if (size == 0 && failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  if (is_web_archive_) return size;
  held_return_ = size > 1 && room[size - 1] == '\r';
  if (held_return_) --size;
  end_lines(room.first(size));
  return size;
}

/// Makes more bytes ready; false at the end, or where nothing stands before damage. A carriage return at the end of a
/// block waits for the next one, which tells what it is.
bool TextInput::refill() {
  ready_.assign(std::exchange(held_return_, false) ? 1 : 0, '\r');
  at_ = 0;
  if (!begun_) begin();
  while (ready_.size() < 2 && !failure_ && read_block()) continue;
  if (is_web_archive_) return !ready_.empty();
  held_return_ = ready_.size() > 1 && ready_.back() == '\r';
  if (held_return_) ready_.pop_back();
  end_lines(ready_);
  return !ready_.empty();
}

void TextInput::begin() {
  begun_ = true;
  while (ready_.size() < head_size && read_block()) continue;
  is_web_archive_ = ready_.starts_with("WARC/"sv) || ready_.starts_with("filedesc://"sv);
  encoding_ = encoding_of(std::string_view(ready_).substr(0, head_size));
  if (encoding_ == Encoding::bytes) return;
  units_ = std::exchange(ready_, {});
  decode();
  constexpr auto mark = "\xEF\xBB\xBF"sv;
  if (ready_.starts_with(mark)) ready_.erase(0, mark.size());
}

TextInput::Encoding TextInput::encoding_of(std::string_view head) {
  if (head.starts_with("\xFF\xFE\0\0"sv)) return Encoding::utf32_le;
  if (head.starts_with("\0\0\xFE\xFF"sv)) return Encoding::utf32_be;
  if (head.starts_with("\xFF\xFE"sv)) return Encoding::utf16_le;
  if (head.starts_with("\xFE\xFF"sv)) return Encoding::utf16_be;
  constexpr std::size_t most = 80;  // of a text that is mostly ASCII
  if (head.size() < 4 || head.find('\0') == std::string_view::npos) return Encoding::bytes;
  const auto nul = [&](std::size_t unit, std::size_t place) { return nul_percent(head, unit, place); };
  if (nul(4, 2) == 100 && nul(4, 3) == 100 && nul(4, 0) == 0) return Encoding::utf32_le;
  if (nul(4, 0) == 100 && nul(4, 1) == 100 && nul(4, 3) == 0) return Encoding::utf32_be;
  if (nul(2, 1) >= most && nul(2, 0) == 0) return Encoding::utf16_le;
  return nul(2, 0) >= most && nul(2, 1) == 0 ? Encoding::utf16_be : Encoding::bytes;
}

/// Reads from what is below; nothing at the end, and at damage, which is kept.
std::size_t TextInput::read_bytes(std::span<char> room) {
  if (failure_) return 0;
  try {
    return input_.read(room);
  } catch (const Error&) {
    failure_ = std::current_exception();
    return 0;
  }
}

/// Reads a block and appends what it says to what is ready; false at the end, and at damage, which waits until what
/// stands before it was given out.
bool TextInput::read_block() {
  std::string& bytes = encoding_ == Encoding::bytes ? ready_ : units_;
  const std::size_t before = bytes.size();
  bytes.resize(before + block_size);
  const std::size_t size = read_bytes(std::span(bytes).subspan(before));
  bytes.resize(before + size);
  if (encoding_ != Encoding::bytes) decode();
  return size > 0;
}

/// Makes UTF-8 of the whole units that were read.
void TextInput::decode() {
  const bool wide = encoding_ == Encoding::utf32_le || encoding_ == Encoding::utf32_be;
  const bool little = encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf32_le;
  const std::size_t size = wide ? 4 : 2;
  std::size_t at = 0;
  for (; at + size <= units_.size(); at += size) {
    char32_t unit = 0;
    for (std::size_t i = 0; i < size; ++i)
      unit = unit << 8 | static_cast<unsigned char>(units_[at + (little ? size - 1 - i : i)]);
    add_unit(unit);
  }
  units_.erase(0, at);
}

void TextInput::add_unit(char32_t unit) {
  const bool second = unit >= 0xDC00 && unit <= 0xDFFF;
  const char32_t first = std::exchange(first_half_, 0);
  if (first != 0 && second) return append_utf8(ready_, 0x10000 + ((first - 0xD800) << 10) + (unit - 0xDC00));
  if (first != 0) append_utf8(ready_, no_character);
  if (unit >= 0xD800 && unit <= 0xDBFF)
    first_half_ = unit;
  else
    append_utf8(ready_, second || unit > 0x10FFFF ? no_character : unit);
}

}  // namespace hemero
