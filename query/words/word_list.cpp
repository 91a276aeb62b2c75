#include "query/words/word_list.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hemero {

std::vector<ListedWord> listed_words(std::vector<VocabularyEntry> surfaces) {
  std::map<std::string, ListedWord> words;  // by folded form
  for (VocabularyEntry& entry : surfaces) {
    ListedWord& word = words[entry.folded];
    word.occurrences += entry.occurrences;
    word.forms.push_back(std::move(entry));
  }
  std::vector<ListedWord> listed;
  for (auto& [folded, word] : words) {
    std::ranges::stable_sort(word.forms, std::ranges::greater(), &VocabularyEntry::occurrences);
    listed.push_back(std::move(word));
  }
  std::ranges::stable_sort(listed, std::ranges::greater(), &ListedWord::occurrences);
  return listed;
}

TermList list_terms(std::string_view prefix, FormFinder& forms) {
  TermList list{std::string(prefix), 0, listed_words(forms.every_prefixed(prefix).surfaces)};
  list.distinct = list.words.size();
  return list;
}

}  // namespace hemero
