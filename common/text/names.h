#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The words of a short value (an author, a source), folded: what its terms and the queries on them are made of.
std::vector<std::string> name_words(std::string_view name);

/// Those of some names that a reader means, in their order: the ones that are called so, accents, case and signs aside;
/// where there is none, those that have all of the words.
std::vector<std::string> meant_names(std::string_view typed, const std::vector<std::string>& names);

/// Those of some names that a reader may have meant who typed none of them, the likeliest first, three at most: they
/// are written nearly so, or share words of four letters or more, or nearly.
std::vector<std::string> near_names(std::string_view typed, const std::vector<std::string>& names);

}  // namespace hemero
