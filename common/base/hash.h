#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hemero {

/// A 128-bit content hash (XXH3). Not cryptographic: it tells changed articles from unchanged ones.
using Hash128 = std::array<std::uint8_t, 16>;

Hash128 hash128(std::string_view bytes);

/// The first half of hash128(), as a number that is the same on every machine.
std::uint64_t hash64(std::string_view bytes);

}  // namespace hemero
