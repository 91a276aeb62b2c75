#include "query/commands/explain.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/searcher.h"
#include "query/commands/matching.h"
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

Command declare(ExplainQueryOptions& options) {
  Command command("explain", message("show how a query is understood and what its words reach"));
  command.example("hemero-query explain ambassades", message("the words of the archive that a query reaches"));
  command.query(message("QUERY"), options.request.text, message("a query"));
  declare_matching(command, options.request, options.synonyms);
  declare_archive(command, options.archive);
  return command;
}

int run(const ExplainQueryOptions& options) {
  ArchiveReader archive(options.archive);
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  const ParsedQuery parsed = searcher.parse(options.request);
  const QueryPlan plan = searcher.plan(options.request);
  for (const std::string& notice : parsed.notices) fmt::print("{}\n", message("Note: {}", notice));
  fmt::print("{}\n", message("Understood as: {}", to_tree(parsed.tree)));
  for (const std::string& notice : plan.notices) fmt::print("{}\n", message("Note: {}", notice));
  for (const PlannedWord& word : plan.words) print_word(word, plan);
  return 0;
}

}  // namespace hemero
