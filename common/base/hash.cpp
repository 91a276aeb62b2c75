#include "common/base/hash.h"

#include <algorithm>
#include <new>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

namespace hemero {

namespace {

/// The canonical form is the same on every machine, so the hash may be stored.
Hash128 canonical_form(XXH128_hash_t value) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, value);
  Hash128 hash;
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
  return hash;
}

}  // namespace

Hash128 hash128(std::string_view bytes) { return canonical_form(XXH3_128bits(bytes.data(), bytes.size())); }

struct Hasher128::State {
  struct Closer {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Closer> bytes{XXH3_createState()};  // aligned as it needs
};

Hasher128::Hasher128() : state_(std::make_unique<State>()) {
  if (!state_->bytes) throw std::bad_alloc();
  XXH3_128bits_reset(state_->bytes.get());
}

Hasher128::~Hasher128() = default;

void Hasher128::add(std::string_view bytes) { XXH3_128bits_update(state_->bytes.get(), bytes.data(), bytes.size()); }

Hash128 Hasher128::hash() const { return canonical_form(XXH3_128bits_digest(state_->bytes.get())); }

std::string hash_text(const Hash128& hash) { return fmt::format("{:02x}", fmt::join(hash, "")); }

std::uint64_t hash64(std::string_view bytes) { return XXH3_128bits(bytes.data(), bytes.size()).high64; }

}  // namespace hemero
