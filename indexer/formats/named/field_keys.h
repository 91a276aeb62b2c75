#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/formats/named/key_names.h"

namespace hemero {

/// What a key or a column that everyone uses means, in English or French; nothing for others. Case, accents, blanks and
/// signs do not count, nor idle words and wrappers (key_names.h).
std::optional<KnownKey> known_key(std::string_view name);

/// What the keys of many records are, each looked up once. One thread at a time.
class KeyMemory {
 public:
  struct Key {
    std::optional<KnownKey> known;
    std::optional<std::string_view> state;  ///< state_key()
    std::string plain;                      ///< plain_key()
  };

  /// Valid until the next call.
  const Key& of(std::string_view name);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
  };

  std::unordered_map<std::string, Key, Hash, std::equal_to<>> keys_;
};

/// The names that --map takes on its left side.
std::vector<std::string_view> mappable_fields();
bool is_mappable_field(std::string_view name);

/// The keys that mean such a field, as people write them, the preferred one first.
std::vector<std::string_view> keys_of(std::string_view field);

}  // namespace hemero
