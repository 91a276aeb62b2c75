#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/words/forms.h"

namespace hemero {

/// A word that was typed: the surface of its token, an elided word with its apostrophe.
struct TypedWord {
  std::string surface;
  std::string folded;
  std::size_t compound = 0;  ///< the words of one compound share a number; 0 for a word of none
};

/// The words of a typed text in their order, compounds by their parts.
std::vector<TypedWord> typed_words(std::string_view text);

/// A place in another way to print something: any of these words stands there.
struct WrittenWord {
  std::vector<std::string> texts;
  bool exact = false;                   ///< in these letters only, accents and capitals too: "IV", not "iv"
  std::vector<std::string> parts = {};  ///< what it is closed up of, folded: a compound of these is no other writing
};

/// Takes those surfaces out that are no other writing of the word.
void keep_writings(const WrittenWord& word, std::vector<VocabularyEntry>& surfaces);

/// Another way to print some of the words that were typed side by side.
struct Writing {
  std::size_t first = 0;  ///< of the words
  std::size_t last = 0;   ///< behind the last of them
  std::vector<WrittenWord> words;
};

/// The other ways to print words that were typed side by side, as far as this archive has their words: closed up
/// ("BFM TV", BFMTV) or apart, numbers in other figures, abbreviations (data/french/writings.tsv), the spellings
/// of 1990. In a phrase "premier" is not "1er".
std::vector<Writing> other_writings(const std::vector<TypedWord>& typed, FormFinder& forms, bool phrase = false);

/// All the ways to print typed words that are not as they were typed, 16 at most: at each place the words of a writing,
/// or the typed one.
std::vector<std::vector<WrittenWord>> written_paths(const std::vector<TypedWord>& typed,
                                                    const std::vector<Writing>& writings);

}  // namespace hemero
