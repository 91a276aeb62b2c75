#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Which key of a JSON object, or which column of a table, fills a field: field name (id, url, title, lead, text, date,
/// author, source, section, keywords, language) → key. Fields that are not named are looked for under the keys that
/// everyone uses.
using KeyMap = std::map<std::string, std::string>;

/// A key or a column that no field took.
struct LeftOut {
  std::string name;
  std::size_t bytes = 0;  ///< that it says
};

/// What a key means.
struct KnownKey {
  std::string_view field;
  std::size_t rank = 0;  ///< of several keys of one field the lowest is preferred
};

/// What a key that everyone uses means, in English or French; nothing for others. Case, accents, blanks and signs do not
/// count, nor words that only say whose field it is: « Texte de l’article », "article_text" and "TEXT" are one.
std::optional<KnownKey> known_key(std::string_view name);

/// The names that --map takes on its left side.
std::vector<std::string_view> mappable_fields();
bool is_mappable_field(std::string_view name);

/// A name in the form in which names are compared: without case, accents, blanks and signs ("Mots-clés" is "motscles").
std::string plain_key(std::string_view name);

}  // namespace hemero
