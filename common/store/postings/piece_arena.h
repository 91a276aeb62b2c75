#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace hemero {

/// Memory that is taken in small pieces and given back at once. A piece is known by a number of 32 bits, never 0, and
/// stays where it is.
class PieceArena {
 public:
  static constexpr std::size_t block_size = std::size_t{64} << 10;  ///< bytes; a piece has at most as many
  static constexpr std::size_t most_bytes = std::size_t{1} << 32;   ///< what numbers of 32 bits reach

  /// The number of a new piece of so many bytes, aligned to 4; its bytes may hold anything.
  std::uint32_t take(std::size_t bytes) {
    bytes = (bytes + 3) & ~std::size_t{3};
    if (end_ % block_size + bytes > block_size || end_ / block_size == used_blocks_) end_ = next_block();
    const std::size_t piece = end_;
    end_ += bytes;
    return static_cast<std::uint32_t>(piece);
  }

  /// The first byte of a piece.
  std::uint8_t* at(std::uint32_t number) { return blocks_[number / block_size].get() + number % block_size; }
  const std::uint8_t* at(std::uint32_t number) const { return const_cast<PieceArena*>(this)->at(number); }

  /// Bytes of the blocks that pieces are in.
  std::size_t bytes() const { return used_blocks_ * block_size; }

  /// Forgets all pieces, and keeps their memory for others.
  void clear() {
    used_blocks_ = 0;
    end_ = 0;
  }

 private:
  std::size_t next_block() {
    if (used_blocks_ == blocks_.size()) blocks_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(block_size));
    const std::size_t begin = used_blocks_++ * block_size;
    return begin == 0 ? 4 : begin;  // the piece 0 is none
  }

  std::vector<std::unique_ptr<std::uint8_t[]>> blocks_;
  std::size_t used_blocks_ = 0;
  std::size_t end_ = 0;
};

}  // namespace hemero
