#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/markup/page_request.h"
#include "query/words/word_list.h"

namespace hemero {

/// How many words a page of the vocabulary has.
inline constexpr std::size_t words_a_page = 100;

/// What a page of the vocabulary shows.
struct ShownWords {
  struct Word {
    ListedWord word;
    std::uint64_t articles = 0;  ///< that have one of its forms
  };

  std::vector<Word> words;     ///< of this page
  std::uint64_t distinct = 0;  ///< all that begin so
};

/// The search for a word of the vocabulary: all that folds alike, nothing that is inflected.
std::string listed_word_query(const ListedWord& word);

/// The words of the archive that begin as the request says, the most frequent first. `articles` are the archive's.
std::string vocabulary_page(const PageRequest& request, const ShownWords& shown, std::uint64_t articles);

}  // namespace hemero
