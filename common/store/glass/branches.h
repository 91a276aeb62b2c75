#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "common/store/glass/block.h"

namespace hemero::glass {

/// What separates a block from the one on its left: a key that all on its right have reached and none on its left, and
/// which component of the key's tag the right block begins with.
struct Separator {
  std::string_view key;  ///< 255 bytes at most
  unsigned component = 1;
};

/// The levels of a table above its leaves, while leaves come from left to right. A block of a level is written when it
/// is full, so blocks come in no order.
class Branches {
 public:
  using NewNumber = std::function<std::uint32_t()>;
  using Write = std::function<void(std::uint32_t number, std::string_view block)>;

  /// `new_number` gives the next block its number, `write` writes it.
  Branches(NewNumber new_number, Write write) : new_number_(std::move(new_number)), write_(std::move(write)) {}

  /// The leaf `left`, whose right neighbour is `right`, is complete.
  void add(std::uint32_t left, const Separator& separator, std::uint32_t right) { add(0, left, separator, right); }

  struct Top {
    std::uint32_t block;
    unsigned level;
  };

  /// Writes what is left; the root and its level, where `leaf` is the last leaf.
  Top finish(std::uint32_t leaf);

 private:
  struct Level {
    std::uint32_t number;
    Block block;
  };

  void add(std::size_t level, std::uint32_t left, const Separator& separator, std::uint32_t right);

  NewNumber new_number_;
  Write write_;
  std::deque<Level> levels_;  ///< from the leaves up
};

}  // namespace hemero::glass
