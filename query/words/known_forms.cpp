#include "query/words/known_forms.h"

#include <utility>

#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "query/words/family.h"

namespace hemero {

WordForms forms_of(std::vector<VocabularyEntry> entries, bool cut) {
  keep_distinct(entries);
  return {std::move(entries), cut};
}

const WordForms& KnownForms::family(std::string_view typed) {
  const auto known = families_.find(typed);
  if (known != families_.end()) return known->second;
  return families_.emplace(typed, forms_of(WordFamily(words_, analyzer_, typed).find())).first->second;
}

const WordForms& KnownForms::same_word(std::string_view typed) {
  std::string folded = fold(typed);
  const auto known = same_words_.find(folded);
  if (known != same_words_.end()) return known->second;
  std::vector<VocabularyEntry> found = words_.printed(folded);
  for (const std::string& spelling : equivalents(folded)) {
    const ArchiveWords::Entries& entries = words_.printed(spelling);
    found.insert(found.end(), entries.begin(), entries.end());
  }
  return same_words_.emplace(std::move(folded), forms_of(std::move(found))).first->second;
}

bool KnownForms::is_large() const {
  constexpr std::size_t most = 50'000;  // of some 200 bytes each
  return words_.size() > most;
}

void KnownForms::forget() {
  families_.clear();
  same_words_.clear();
  words_.forget();
}

}  // namespace hemero
