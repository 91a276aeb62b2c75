#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/words/forms.h"

namespace hemero {

/// A word of the archive: all that folds alike.
struct ListedWord {
  std::vector<VocabularyEntry> forms;  ///< as printed, the commonest first
  std::int64_t occurrences = 0;        ///< of all of these

  const VocabularyEntry& commonest() const { return forms.front(); }
};

/// Surfaces as words, the most frequent first.
std::vector<ListedWord> listed_words(std::vector<VocabularyEntry> surfaces);

/// The words that begin so, whatever their accents and capitals.
struct TermList {
  std::string prefix;  ///< as typed
  std::uint64_t distinct = 0;
  std::vector<ListedWord> words;  ///< the most frequent first; maybe not all of them
};

/// All words of the archive that begin so; those that were found when the time of `forms` was over.
TermList list_terms(std::string_view prefix, FormFinder& forms);

}  // namespace hemero
