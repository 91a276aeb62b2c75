#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "common/base/byte_input.h"

namespace hemero {

/// One line of a text input, without its end ("\n" or "\r\n").
struct Line {
  std::string_view text;     ///< valid until the next call of LineReader::next
  std::uint64_t number = 0;  ///< 1 for the first line
  std::uint64_t offset = 0;  ///< bytes before the line in the (decompressed) input
  bool too_long = false;     ///< the line was longer than the cap; `text` holds its first bytes, the rest was skipped
};

/// Reads lines from a ByteInput with a cap on their length, so that a file without line ends cannot fill the memory.
/// The last line may lack its end. A UTF-8 byte order mark before the first line is dropped.
class LineReader {
 public:
  static constexpr std::size_t default_cap = std::size_t{64} << 20;  ///< bytes

  explicit LineReader(ByteInput& input, std::size_t cap = default_cap);

  /// The next line, or nothing at the end. Throws what ByteInput::read throws.
  std::optional<Line> next();

  /// Bytes of the decompressed input consumed so far.
  std::uint64_t offset() const { return offset_; }

 private:
  std::size_t read_block(std::size_t at);
  void move_to_front();
  void drop_byte_order_mark();
  std::size_t find_line_end();
  std::size_t skip_past_line_end();

  ByteInput& input_;
  std::size_t cap_;
  std::unique_ptr<char[]> buffer_;  ///< room for a line at the cap and one read; pages never touched cost nothing
  std::size_t begin_ = 0;           ///< what was read and not yet handed out is buffer_[begin_, end_)
  std::size_t end_ = 0;
  bool at_end_ = false;
  std::uint64_t offset_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace hemero
