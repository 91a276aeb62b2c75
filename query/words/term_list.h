#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/deadline.h"
#include "query/words/known_forms.h"

namespace hemero {

/// A word of the archive, in all of its spellings.
struct CountedWord {
  VocabularyEntry commonest;     ///< of the surfaces that fold alike
  std::int64_t occurrences = 0;  ///< of all of these
};

/// The words that begin so.
struct TermList {
  std::string prefix;  ///< as typed
  std::uint64_t distinct = 0;
  std::vector<CountedWord> words;  ///< the most frequent first; maybe not all of them
};

/// All words of the archive that begin so; when the time is over, those that were found by then.
TermList list_terms(const std::string& prefix, KnownForms& known, const Deadline& deadline = Deadline::never());

}  // namespace hemero
