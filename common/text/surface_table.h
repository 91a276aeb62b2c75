#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace hemero {

/// A hash table that numbers strings from 0 in the order they come, for the one look-up that every token needs: open
/// addressing, and the heads of the strings side by side, so that a frequent word costs two cache lines. What is longer
/// than a head the owner keeps, by its number.
class SurfaceTable {
 public:
  SurfaceTable() : slots_(initial_size) {}

  /// The number of `text`, or `absent` when it has none; `text_of(number)` gives the string of a number.
  static constexpr std::uint32_t absent = 0xFFFFFFFF;
  template <typename TextOf>
  std::uint32_t find(std::string_view text, TextOf text_of) const {
    const std::uint64_t hash = hash_of(text);
    for (std::size_t i = hash & mask();; i = (i + 1) & mask()) {
      const Slot& slot = slots_[i];
      if (slot.number == absent) return absent;
      if (slot.tag == tag(hash) && heads_[slot.number].is_of(text) &&
          (text.size() <= Head::limit || text_of(slot.number) == text))
        return slot.number;
    }
  }

  /// Gives the next number to a string that has none yet.
  std::uint32_t insert(std::string_view text) {
    const auto number = static_cast<std::uint32_t>(hashes_.size());
    hashes_.push_back(hash_of(text));
    heads_.emplace_back(text);
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

  /// The first bytes of a string and its size: all of a word but the longest.
  struct Head {
    static constexpr std::size_t limit = 23;
    std::uint8_t size = 0;  ///< bytes held, and one more for a longer string
    std::array<char, limit> bytes{};

    explicit Head(std::string_view text) : size(static_cast<std::uint8_t>(std::min(text.size(), limit + 1))) {
      text.copy(bytes.data(), limit);
    }
    bool is_of(std::string_view text) const {
      return size == std::min(text.size(), limit + 1) &&
             std::memcmp(bytes.data(), text.data(), std::min(text.size(), limit)) == 0;
    }
  };

  /// Words are short: two reads that overlap cover all of most (std::hash takes as long as the rest of a look-up).
  static std::uint64_t hash_of(std::string_view text) {
    const char* at = text.data();
    std::size_t left = text.size();
    std::uint64_t hash = text.size();
    for (; left > 16; left -= 8, at += 8) hash = mixed(hash, read<std::uint64_t>(at));
    if (left >= 8) return mixed(mixed(hash, read<std::uint64_t>(at)), read<std::uint64_t>(at + left - 8));
    if (left >= 4)
      return mixed(hash, read<std::uint32_t>(at) | std::uint64_t{read<std::uint32_t>(at + left - 4)} << 32);
    for (; left > 0; --left, ++at) hash = hash << 8 | static_cast<unsigned char>(*at);
    return mixed(hash, 0);
  }

  template <typename Number>
  static Number read(const char* at) {
    Number number;
    std::memcpy(&number, at, sizeof number);
    return number;
  }

  static std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) {
    hash = (hash ^ more) * 0x9E3779B97F4A7C15;  // 2^64 / golden ratio
    return hash ^ hash >> 32;
  }

  static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  std::size_t mask() const { return slots_.size() - 1; }

  void place(std::uint32_t number) {
    std::size_t i = hashes_[number] & mask();
    while (slots_[i].number != absent) i = (i + 1) & mask();
    slots_[i] = {tag(hashes_[number]), number};
  }

  void grow() {
    slots_.assign(slots_.size() * 2, {});
    for (std::uint32_t number = 0; number < hashes_.size(); ++number) place(number);
  }

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> hashes_;  ///< of every string, by number
  std::vector<Head> heads_;
};

}  // namespace hemero
