#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// What stands for the key of an article that was purged, and tells no more than whether a key is that one: "purged:"
/// and its hash128() in 32 figures.
std::string purged_key(std::string_view key);

/// The hash64() of a key, also of one of which a purge has left its purged_key(). It depends on the key alone: an
/// archive that is made anew of the same sources has the same ones.
std::uint64_t key_hash(std::string_view key);

/// The same as 16 figures in hexadecimal, as they stand in permanent links.
std::string key_hash_text(std::string_view key);

}  // namespace hemero
