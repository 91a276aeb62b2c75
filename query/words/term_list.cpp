#include "query/words/term_list.h"

#include <algorithm>
#include <map>

#include "query/words/forms.h"

namespace hemero {

TermList list_terms(const std::string& prefix, KnownForms& known, const Deadline& deadline) {
  std::map<std::string, CountedWord> words;  // by folded form
  FormFinder forms(known, deadline);
  for (const VocabularyEntry& entry : forms.every_prefixed(prefix).surfaces) {
    auto& [commonest, occurrences] = words[entry.folded];
    occurrences += entry.occurrences;
    if (entry.occurrences > commonest.occurrences) commonest = entry;
  }
  TermList list{prefix, words.size(), {}};
  for (auto& [folded, word] : words) list.words.push_back(std::move(word));
  std::stable_sort(list.words.begin(), list.words.end(),
                   [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
  return list;
}

}  // namespace hemero
