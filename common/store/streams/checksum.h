#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hemero {

/// Tells damaged bytes from sound ones, the same on every machine: two sums over all words of eight bytes (low ones
/// first, the last one filled up with zeros), one of the words and one of all sums so far, and the length, mixed. It
/// costs a third of an instruction a byte; it is no hash for tables.
inline std::uint32_t checksum32(std::string_view bytes) {
  constexpr std::size_t word_bytes = sizeof(std::uint64_t);
  std::uint64_t sum = 0;
  std::uint64_t sums = 0;
  const auto add = [&](const char* at, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, size);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    sum += word;
    sums += sum;
  };
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 4 * word_bytes; left -= 4 * word_bytes)
    for (int i = 0; i < 4; ++i, at += word_bytes) add(at, word_bytes);
  for (; left >= word_bytes; left -= word_bytes, at += word_bytes) add(at, word_bytes);
  if (left > 0) add(at, left);
  std::uint64_t mixed = (sum ^ sum >> 32) * 0x9E3779B97F4A7C15 + bytes.size();
  mixed = (mixed ^ sums ^ sums >> 29) * 0xC2B2AE3D27D4EB4F;
  return static_cast<std::uint32_t>(mixed >> 32);
}

}  // namespace hemero
