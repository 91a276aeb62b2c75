#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/byte_input.h"

namespace hemero {

/// The bytes of a text file, whatever wrote it, as all readers of text expect them: UTF-16 and UTF-32 become UTF-8, and
/// a CR that stands alone ends a line as an LF does. UTF-16 and UTF-32 are told by their byte order mark, which is
/// dropped, or by where their first bytes are NUL; half a surrogate pair becomes U+FFFD. Bytes of other charsets stay
/// as they are, and so do all of a web archive, whose records say how many bytes they take.
class TextInput final : public ByteInput {
 public:
  explicit TextInput(std::unique_ptr<ByteInput> input) : owned_(std::move(input)), input_(*owned_) {}

  /// `input` must outlive it.
  explicit TextInput(ByteInput& input) : input_(input) {}

  std::size_t read(std::span<char> room) override;

 private:
  enum class Encoding : std::uint8_t { bytes, utf16_le, utf16_be, utf32_le, utf32_be };

  void begin();
  static Encoding encoding_of(std::string_view head);
  std::size_t read_through(std::span<char> room);
  std::size_t read_bytes(std::span<char> room);
  bool refill();
  bool read_block();
  void decode();
  void add_unit(char32_t unit);

  std::unique_ptr<ByteInput> owned_;
  ByteInput& input_;
  Encoding encoding_ = Encoding::bytes;
  std::string ready_;  ///< given out up to at_
  std::size_t at_ = 0;
  std::string units_;           ///< of UTF-16 and UTF-32: read and not yet decoded
  char32_t first_half_ = 0;     ///< of a surrogate pair
  std::exception_ptr failure_;  ///< thrown when what stands before it was given out
  bool held_return_ = false;
  bool begun_ = false;
  bool is_web_archive_ = false;
};

/// Makes a line feed of every carriage return that none follows: it ends a line by itself.
void end_lines(std::span<char> text);

}  // namespace hemero
