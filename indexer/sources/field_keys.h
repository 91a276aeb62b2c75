#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Which key of a JSON object, or which column of a table, fills a field: field name (id, url, title, lead, text, date,
/// author, source, section, keywords, language) → key. Fields that are not named are looked for under the keys that
/// everyone uses.
using KeyMap = std::map<std::string, std::string>;

/// The keys that everyone uses for a field, in English and French, in order of preference; none for an unknown field.
std::span<const std::string_view> known_keys(std::string_view field);

/// The names that --map takes on its left side.
std::vector<std::string_view> mappable_fields();
bool is_mappable_field(std::string_view name);

/// A column's name in the form in which names are compared: without case, accents, blanks and signs ("Mots-clés" is
/// "motscles").
std::string plain_key(std::string_view name);

}  // namespace hemero
