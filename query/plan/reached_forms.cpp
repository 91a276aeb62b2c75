#include "query/plan/reached_forms.h"

#include <algorithm>
#include <map>

namespace hemero {

namespace {

/// The forms of a word, the most frequent first, each once.
std::vector<VocabularyEntry> by_frequency(const std::vector<VocabularyEntry>& forms) {
  std::map<std::uint32_t, const VocabularyEntry*> distinct;
  for (const VocabularyEntry& form : forms) distinct[form.id] = &form;
  std::vector<VocabularyEntry> sorted;
  for (const auto& [id, form] : distinct) sorted.push_back(*form);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
  return sorted;
}

/// Adds the surfaces that a pattern reaches by themselves: not those that must stand beside others, as the m’ of
/// « m’Ars ».
void add_alone(const Pattern& pattern, const QueryPlan& plan, std::vector<VocabularyEntry>& into) {
  if (pattern.kind == Pattern::Kind::slot)
    into.insert(into.end(), plan.slots[pattern.slot].begin(), plan.slots[pattern.slot].end());
  if (pattern.kind == Pattern::Kind::any)
    for (const Pattern& part : pattern.parts) add_alone(part, plan, into);
}

/// The forms that a word reaches; of one that is only found as several side by side, theirs.
std::vector<VocabularyEntry> reached_forms(const PlannedWord& word, const QueryPlan& plan) {
  std::vector<VocabularyEntry> forms;
  add_alone(word.pattern, plan, forms);
  return by_frequency(forms.empty() ? word.forms : forms);
}

}  // namespace

std::vector<ReachedWord> reached_words(const QueryPlan& plan) {
  std::vector<ReachedWord> words;
  for (const PlannedWord& word : plan.words)
    words.push_back({to_query(word.node), word.node, word.excluded, word.weak, word.node.kind == QueryNode::Kind::word,
                     reached_forms(word, plan)});
  return words;
}

}  // namespace hemero
