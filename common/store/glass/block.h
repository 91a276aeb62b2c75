#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hemero::glass {

/// The revision of the database that all blocks belong to: the first one.
constexpr std::uint32_t revision = 1;

/// A block of a table while it is filled: a header, then a directory that grows upwards, and items that grow downwards
/// from the block's end.
class Block {
 public:
  static constexpr std::size_t size = 8192;          ///< bytes
  static constexpr std::size_t longest_item = 2043;  ///< bytes: four of them and their places fit into a block

  /// `level` is 0 for a leaf, which holds items of the table, else one more than that of the blocks which it names.
  explicit Block(unsigned level) : level_(level), bytes_(size, '\0') {}

  /// Whether an item of so many bytes fits.
  bool has_room(std::size_t bytes) const { return bytes <= room(); }

  /// Bytes that one more item may have; 0 when there is no room for its place in the directory either.
  std::size_t room() const { return items_ < places_ + place_size ? 0 : items_ - places_ - place_size; }

  /// Adds an item behind the others in the directory.
  void add(std::string_view item);

  /// The item that was added last.
  std::string_view last() const { return std::string_view(bytes_).substr(items_, last_size_); }

  /// The block's bytes with its header.
  std::string_view finish();

  /// Begins anew.
  void clear();

 private:
  static constexpr std::size_t header_size = 11;
  static constexpr std::size_t place_size = 2;

  unsigned level_;
  std::string bytes_;
  std::size_t places_ = header_size;  ///< the directory's end
  std::size_t items_ = size;          ///< where the items begin
  std::size_t last_size_ = 0;
};

/// Big-endian numbers, as all are within blocks.
void put_16(char* to, std::size_t value);
void put_32(char* to, std::uint32_t value);

}  // namespace hemero::glass
