#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

// Letters and accents of words as they are printed: what the folded form leaves out and inflection needs.

bool has_accents(std::string_view word);
bool has_capital(std::string_view word);

/// True for a word of capitals only, of two letters at least: it may lack the accents of its small letters.
bool is_all_capitals(std::string_view word);

bool is_capitalised(std::string_view word);

/// A word folded, but for the é of an ending (-é, -ée, -és, -ées), which no feminine has: "porté" is of porter, not of
/// port. A word printed without accents is its fold, but for -ee, which is always -ée.
std::string ending_spelling(std::string_view surface);

/// Accented spellings that a word typed without accents may stand for, where an ending is concerned: "privee" privée,
/// "securite" sécurité is not one of them (its first accent is no matter of its ending) but "securité" is. Lower case.
std::vector<std::string> accented_spellings(std::string_view bare);

/// True when two words, lower case, may be forms of one as far as the accents of their common beginning tell: they are
/// the same, but where French changes them before an ending (céder, cède; menacer, menaçait; paraît, paraissent).
/// "côtés" and "cotes" are not.
bool accents_agree(std::string_view a, std::string_view b);

}  // namespace hemero
