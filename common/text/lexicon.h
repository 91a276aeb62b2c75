#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// What is listed rather than computed about French: the tables of data/french. Read once, immutable, thread-safe.

/// True for an elided word without its apostrophe (l, d, qu, lorsqu…), folded.
bool is_elision(std::string_view folded);

/// True for a pronoun that follows its verb after a hyphen (il, elle, moi, ci…), folded.
bool is_clitic(std::string_view folded);

/// True for a compound that ends like a verb with its clitic (rendez-vous); folded, so without its hyphens.
bool is_whole_compound(std::string_view folded);

/// True for a word whose full stop does not end a sentence (M., Mme., art.), folded.
bool is_abbreviation(std::string_view folded);

/// True for a word of grammar as printed: lower case, with its accents ("des" is one, "dès" is not).
bool is_stop_word(std::string_view lower);

/// True when some stop word folds to this: "mais" for « maïs », "sur" for « sûr ».
bool folds_to_stop_word(std::string_view folded);

/// The folded forms that irregular forms and equivalences join to `folded`, itself left out.
std::vector<std::string> listed_relatives(std::string_view folded);

}  // namespace hemero
