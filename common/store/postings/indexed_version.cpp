#include "common/store/postings/indexed_version.h"

namespace hemero {

std::string family_term(std::uint32_t family) {
  const auto byte = [&](unsigned shift) { return static_cast<char>(family >> shift); };
  if (family < 0x4000) return {static_cast<char>(0x80 | (family >> 8)), byte(0)};
  if (family < 0x3F0000) return {static_cast<char>(0xC0 + (family >> 16)), byte(8), byte(0)};
  return {'\xFF', byte(24), byte(16), byte(8), byte(0)};
}

}  // namespace hemero
