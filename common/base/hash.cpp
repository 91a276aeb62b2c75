#include "common/base/hash.h"

#include <algorithm>

#include <xxhash.h>

namespace hemero {

Hash128 hash128(std::string_view bytes) {
  // The canonical form is the same on every machine, so the hash may be stored.
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  Hash128 hash;
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
  return hash;
}

std::uint64_t hash64(std::string_view bytes) { return XXH3_128bits(bytes.data(), bytes.size()).high64; }

}  // namespace hemero
