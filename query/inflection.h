#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

// French inflection on folded words. The stemmer joins more than inflection does (général and généreux, organe and
// organisation) and less (sénateur and sénatrice, négocier and négocient); these rules say which joins are meant.

/// A word folded, but for the é of an ending (-é, -ée, -és, -ées), which no feminine has: "porté" is of porter, not of
/// port. A word printed without accents is its fold.
std::string ending_spelling(std::string_view surface);

/// True when two words, as ending_spelling gives them, can be inflected forms of one: from some common beginning on, both
/// end in the endings of one class (nouns and adjectives in the plural and the feminine; verbs of one group).
bool are_inflections(std::string_view a, std::string_view b);

/// Folded forms that may belong to the family of a folded word and that the stemmer does not join to it: feminines
/// (-teur/-trice, -eur/-euse…), verbs in -ent, plurals in -aux. Most of them are no words: the vocabulary tells.
std::vector<std::string> possible_relatives(std::string_view folded);

/// The other forms of the irregular verbs that a folded word is a form of ("permis": permettre, permet, permettra…).
std::vector<std::string> irregular_verb_forms(std::string_view folded);

/// Accented spellings that a word typed without accents may stand for, where an ending is concerned: "privee" privée,
/// "securite" sécurité is not one of them (its first accent is no matter of its ending) but "securité" is. Lower case.
std::vector<std::string> accented_spellings(std::string_view bare);

}  // namespace hemero
