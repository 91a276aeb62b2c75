#include "common/base/line_reader.h"

#include <cstring>

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{128} << 10;  // bytes asked for at once
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::size_t find_newline(const char* bytes, std::size_t begin, std::size_t end) {
  const void* hit = begin == end ? nullptr : std::memchr(bytes + begin, '\n', end - begin);
  return hit == nullptr ? nowhere : static_cast<std::size_t>(static_cast<const char*>(hit) - bytes);
}

}  // namespace

// A line at the cap still needs room for its "\r\n" before it is known not to be longer.
LineReader::LineReader(ByteInput& input, std::size_t cap)
    : input_(input), cap_(cap), buffer_(std::make_unique_for_overwrite<char[]>(cap + 2 + block)) {}

std::optional<Line> LineReader::next() {
  if (number_ == 0) drop_byte_order_mark();
  const std::size_t line_end = find_line_end();
  if (begin_ == end_) return std::nullopt;

  const std::size_t length = (line_end == nowhere ? end_ : line_end) - begin_;
  Line line{.text = {buffer_.get() + begin_, length}, .number = ++number_, .offset = offset_};
  if (line_end != nowhere && line.text.ends_with('\r')) line.text.remove_suffix(1);
  line.too_long = line.text.size() > cap_;
  if (line.too_long) line.text = line.text.substr(0, cap_);

  if (line_end == nowhere) {
    offset_ += skip_past_line_end();
  } else {
    begin_ = line_end + 1;
    offset_ += length + 1;
  }
  return line;
}

/// Where the line that begins at begin_ ends. `nowhere` when it is longer than the cap or ends with the input; then
/// begin_ is 0, as skip_past_line_end() requires.
std::size_t LineReader::find_line_end() {
  std::size_t searched = 0;
  while (true) {
    const std::size_t newline = find_newline(buffer_.get(), begin_ + searched, end_);
    if (newline != nowhere) return newline;
    searched = end_ - begin_;
    move_to_front();
    if (searched > cap_ + 1 || read_block(end_) == 0) return nowhere;
  }
}

/// Reads on behind the first `cap` bytes of the buffer, which are being handed out, until a line ends. Returns how many
/// bytes the whole line took.
std::size_t LineReader::skip_past_line_end() {
  std::size_t skipped = end_;
  while (read_block(cap_) > 0) {
    const std::size_t newline = find_newline(buffer_.get(), cap_, end_);
    if (newline != nowhere) {
      begin_ = newline + 1;
      return skipped + begin_ - cap_;
    }
    skipped += end_ - cap_;
  }
  begin_ = end_;
  return skipped;
}

/// Reads one block to buffer_[at, at + block) and makes it the end of what is there. 0 at the end of the input, which
/// is asked for only once: a terminal would wait for more.
std::size_t LineReader::read_block(std::size_t at) {
  if (at_end_) return 0;
  const std::size_t count = input_.read({buffer_.get() + at, block});
  at_end_ = count == 0;
  if (count > 0) end_ = at + count;
  return count;
}

void LineReader::move_to_front() {
  if (begin_ == 0) return;
  std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
}

void LineReader::drop_byte_order_mark() {
  while (end_ - begin_ < byte_order_mark.size() && read_block(end_) > 0) continue;
  if (!std::string_view(buffer_.get() + begin_, end_ - begin_).starts_with(byte_order_mark)) return;
  begin_ += byte_order_mark.size();
  offset_ += byte_order_mark.size();
}

}  // namespace hemero
