#include "common/model/key_hash.h"

#include <charconv>

#include <fmt/format.h>

#include "common/base/hash.h"

namespace hemero {

namespace {

constexpr std::string_view purged = "purged:";
constexpr std::size_t digits = 16;  ///< of a hash64(), which is the first half of a hash128()

}  // namespace

std::string purged_key(std::string_view key) { return std::string(purged) + hash_text(hash128(key)); }

std::uint64_t key_hash(std::string_view key) {
  if (!key.starts_with(purged) || key.size() != purged.size() + 2 * digits) return hash64(key);
  const std::string_view half = key.substr(purged.size(), digits);
  std::uint64_t hash = 0;
  const auto [end, error] = std::from_chars(half.data(), half.data() + half.size(), hash, 16);
  return error == std::errc() && end == half.data() + half.size() ? hash : hash64(key);
}

std::string key_hash_text(std::string_view key) { return fmt::format("{:0{}x}", key_hash(key), digits); }

}  // namespace hemero
