#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// Appends an unsigned integer as a varint (LEB128: seven bits a byte, low bits first, the high bit on all but the
/// last).
inline void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

/// Reads a varint at `at`, which moves behind it. Bytes that end inside a varint read as the value so far.
inline std::uint64_t read_varint(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) break;
  }
  return value;
}

/// The same for numbers below 2^21 (three bytes) in the middle of many: lengths vary at random, so the common ones, one
/// and two bytes, are read without a branch that the processor could guess wrong.
inline std::uint32_t read_short_varint(std::string_view bytes, std::size_t& at) {
  if (at + 3 > bytes.size()) return static_cast<std::uint32_t>(read_varint(bytes, at));
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  const std::uint32_t longer = first >> 7;
  if ((second & 0x80u & (0u - longer)) != 0) return static_cast<std::uint32_t>(read_varint(bytes, at));
  at += 1 + longer;
  return (first & 0x7Fu) | ((second & 0x7Fu & (0u - longer)) << 7);
}

}  // namespace hemero
