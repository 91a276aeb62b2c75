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

/// True for a word whose full stop ends no sentence before a number or a small letter (art., vol.), folded.
bool is_abbreviation(std::string_view folded);

/// True for an abbreviation that stands beside names (M., Mme., Jr.), folded: its full stop never ends a sentence.
bool is_title(std::string_view folded);

/// True for a word of grammar as printed: lower case, with its accents ("des" is one, "dès" is not).
bool is_stop_word(std::string_view lower);

/// True for a stop word that nearly every article holds ("le", "de"): beside other words it tells nothing.
bool is_weak_word(std::string_view lower);

/// True for an article or a preposition that holds two words together ("état d’urgence", "grève à la SNCF").
bool is_linking_word(std::string_view lower);

/// True for a stop word that is written like a noun, whose plural it takes: "car", "été".
bool is_stop_noun(std::string_view lower);

/// True when some stop word folds to this: "mais" for « maïs », "sur" for « sûr ».
bool folds_to_stop_word(std::string_view folded);

/// The forms of a word that no ending joins to it ("oeil": yeux), folded, itself left out.
const std::vector<std::string>& irregular_forms(std::string_view folded);

/// True for a name whose letters are those of a family of common words ("marine"), folded.
bool is_listed_name(std::string_view folded);

/// True for a noun or adjective that is written like a form of a verb: a participle, a third person plural, an
/// infinitive ("etudiant", "president", "passager", "armee"), singular, folded.
bool is_noun_like_verb(std::string_view folded);

/// Other spellings of a word ("st": saint), folded, itself left out.
const std::vector<std::string>& equivalents(std::string_view folded);

/// The word in the spelling before or after the rectifications of 1990 ("ognons": oignons), folded; none for most
/// words.
std::vector<std::string> spellings_of_1990(std::string_view folded);

}  // namespace hemero
