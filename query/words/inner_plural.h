#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// How a compound may be printed whose first part is in the plural too: « plates-formes » beside plateforme.
struct InnerPlural {
  std::string folded;
  std::size_t first_part = 0;  ///< bytes of the folded form, behind which the surface has its hyphen
};

/// Those of a folded word, whether it was typed with a hyphen or without: a closed word may be a compound anywhere.
std::vector<InnerPlural> inner_plurals(std::string_view folded);

/// Its singular and plural without the inner one, folded, for a surface as typed: « plates-formes » is plateforme and
/// plateformes. Empty when its first part is no plural.
std::vector<std::string> without_inner_plural(std::string_view surface);

/// True when the surface has its first hyphen behind this part.
bool has_first_part(std::string_view surface, std::size_t folded_size);

}  // namespace hemero
