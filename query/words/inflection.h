#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

// French inflection on folded words. The stemmer joins more than inflection does (général and généreux, organe and
// organisation) and less (sénateur and sénatrice, négocier and négocient); these rules say which joins are meant.

/// True when two words, as ending_spelling gives them, can be inflected forms of one: from some common beginning on,
/// both end in the endings of one class (nouns and adjectives in the plural and the feminine).
bool are_inflections(std::string_view a, std::string_view b);

/// Folded forms that may belong to the family of a folded word and that the stemmer does not join to it: feminines
/// (-teur/-trice, -eur/-euse…), verbs in -ent, plurals in -aux. Most of them are no words: the vocabulary tells.
std::set<std::string> possible_relatives(std::string_view folded);

/// The other forms of the irregular verbs that a folded word is a form of ("permis": permettre, permet, permettra…).
std::vector<std::string> irregular_verb_forms(std::string_view folded);

/// The other forms of a folded word that ends like an inhabitant or a member of a party ("mahorais": mahoraise,
/// mahoraises).
std::vector<std::string> inhabitant_forms(std::string_view folded);

/// True for folded words that a table says to have nothing to do with each other.
bool are_strangers(std::string_view a, std::string_view b);

}  // namespace hemero
