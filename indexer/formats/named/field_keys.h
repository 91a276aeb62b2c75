#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// What a key means.
struct KnownKey {
  std::string_view field;
  std::size_t rank = 0;  ///< of several keys of one field the lowest is preferred
};

/// What a key that everyone uses means, in English or French; nothing for others. Case, accents, blanks and signs do
/// not count, nor words that only say whose field it is: « Texte de l’article », "article_text" and "TEXT" are one.
std::optional<KnownKey> known_key(std::string_view name);

/// The names that --map takes on its left side.
std::vector<std::string_view> mappable_fields();
bool is_mappable_field(std::string_view name);

/// The keys that mean such a field, as people write them, the preferred one first.
std::vector<std::string_view> keys_of(std::string_view field);

/// A name in the form in which names are compared: without case, accents, blanks and signs ("Mots-clés" is "motscles").
std::string plain_key(std::string_view name);

}  // namespace hemero
