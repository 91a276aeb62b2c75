#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/commands/commands.h"
#include "query/language/parser.h"

namespace hemero {

namespace {

constexpr std::size_t most_forms = 40;

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

void print_word(const PlannedWord& word, const QueryPlan& plan) {
  fmt::print("\n{}{}\n", word.excluded ? message("without ") : std::string(), to_query(word.node));
  if (word.weak) {
    fmt::print("    {}\n", message("a word of nearly every article: not asked for beside the others"));
    return;
  }
  if (word.node.kind != QueryNode::Kind::word) return;
  const auto forms = reached_forms(word, plan);
  if (forms.empty()) fmt::print("    {}\n", message("no article prints this word or a form of it"));
  for (std::size_t i = 0; i < std::min(forms.size(), most_forms); ++i)
    fmt::print("    {:<24} {}\n", forms[i].surface, forms[i].occurrences);
  if (forms.size() > most_forms) fmt::print("    {}\n", message("and {} more forms", forms.size() - most_forms));
}

}  // namespace

int run_explain(const QueryOptions& options) {
  ArchiveReader archive(options.archive);
  Searcher searcher(archive, synonyms_of(options));
  const ParsedQuery parsed = searcher.parse(options.request);
  const QueryPlan plan = searcher.plan(options.request);
  for (const std::string& notice : parsed.notices) fmt::print("{}\n", message("Note: {}", notice));
  fmt::print("{}\n", message("Understood as: {}", to_tree(parsed.tree)));
  for (const std::string& notice : plan.notices) fmt::print("{}\n", message("Note: {}", notice));
  for (const PlannedWord& word : plan.words) print_word(word, plan);
  return 0;
}

int run_terms(const QueryOptions& options) {
  ArchiveReader archive(options.archive);
  std::map<std::string, std::pair<VocabularyEntry, std::int64_t>>
      words;  // by folded form: its commonest surface, all of them
  for (VocabularyEntry& entry : FormFinder(archive.vocabulary()).prefix(options.request.text).surfaces) {
    auto& [commonest, occurrences] = words[entry.folded];
    occurrences += entry.occurrences;
    if (entry.occurrences > commonest.occurrences) commonest = std::move(entry);
  }
  std::vector<std::pair<VocabularyEntry, std::int64_t>> sorted;
  for (auto& [folded, word] : words) sorted.push_back(std::move(word));
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  sorted.resize(std::min(sorted.size(), options.request.limit));
  for (const auto& [word, occurrences] : sorted) fmt::print("{}\t{}\n", word.surface, occurrences);
  return sorted.empty() ? 1 : 0;
}

}  // namespace hemero
