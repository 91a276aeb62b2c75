#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/vocabulary/vocabulary.h"
#include "common/text/analyzer.h"
#include "query/words/archive_words.h"

namespace hemero {

/// The surfaces of the archive that a typed word means.
struct WordForms {
  std::vector<VocabularyEntry> surfaces;  ///< by id
  bool cut = false;                       ///< a prefix or fuzzy word reaches more than are taken
};

/// What words mean in one state of an archive, as far as it was asked for. Kept from request to request: what a reader
/// asks next has words of what he asked before, and a page with its facets and its curve asks for the same ones.
class KnownForms {
 public:
  /// The vocabulary must outlive it.
  explicit KnownForms(Vocabulary& vocabulary) : vocabulary_(vocabulary), words_(vocabulary) {}

  Vocabulary& vocabulary() { return vocabulary_; }
  ArchiveWords& words() { return words_; }

  /// As FormFinder has them. These references, and those that words() returns, are valid until forget().
  const WordForms& family(std::string_view typed);
  const WordForms& same_word(std::string_view typed);

  /// True when it takes some ten megabytes or more.
  bool is_large() const;

  /// For what was looked up while a deadline ended, too: less may have been found than there is.
  void forget();

 private:
  using Known = std::map<std::string, WordForms, std::less<>>;

  Vocabulary& vocabulary_;
  ArchiveWords words_;
  Analyzer analyzer_;
  Known families_;    ///< by typed word
  Known same_words_;  ///< by folded form
};

/// Surfaces by id, each once.
WordForms forms_of(std::vector<VocabularyEntry> entries, bool cut = false);

}  // namespace hemero
