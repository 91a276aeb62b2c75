#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// Appends an unsigned integer as a varint (LEB128: seven bits a byte, low bits first, the high bit on all but the last).
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

}  // namespace hemero
