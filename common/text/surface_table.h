#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace hemero {

/// A hash table that numbers strings from 0 in the order they come, for the one look-up that every token needs: open
/// addressing, so that a frequent word costs one cache line. Holds no strings: the owner keeps them by their numbers.
class SurfaceTable {
 public:
  SurfaceTable() : slots_(initial_size) {}

  /// The number of `text`, or `absent` when it has none; `text_of(number)` gives the string of a number.
  static constexpr std::uint32_t absent = 0xFFFFFFFF;
  template <typename TextOf>
  std::uint32_t find(std::string_view text, TextOf text_of) const {
    const std::size_t hash = std::hash<std::string_view>()(text);
    for (std::size_t i = hash & mask();; i = (i + 1) & mask()) {
      const Slot& slot = slots_[i];
      if (slot.number == absent) return absent;
      if (slot.tag == tag(hash) && text_of(slot.number) == text) return slot.number;
    }
  }

  /// Gives the next number to a string that has none yet.
  std::uint32_t insert(std::string_view text) {
    const auto number = static_cast<std::uint32_t>(hashes_.size());
    hashes_.push_back(std::hash<std::string_view>()(text));
    if (hashes_.size() * 2 > slots_.size())
      grow();
    else
      place(number);
    return number;
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number = absent;
  };
  static constexpr std::size_t initial_size = 1024;

  static std::uint32_t tag(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  std::size_t mask() const { return slots_.size() - 1; }

  void place(std::uint32_t number) {
    std::size_t i = hashes_[number] & mask();
    while (slots_[i].number != absent) i = (i + 1) & mask();
    slots_[i] = {tag(hashes_[number]), number};
  }

  void grow() {
    slots_.assign(slots_.size() * 4, {});
    for (std::uint32_t number = 0; number < hashes_.size(); ++number) place(number);
  }

  std::vector<Slot> slots_;
  std::vector<std::size_t> hashes_;  ///< of every string, by number
};

}  // namespace hemero
