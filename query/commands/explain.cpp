#include "query/commands/explain.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/address.h"
#include "query/answer/searcher.h"
#include "query/answer/time_limit.h"
#include "query/commands/matching.h"
#include "query/language/parser.h"
#include "query/render/wrapping.h"

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

/// A query as it is understood, and what its words reach.
struct Explanation {
  std::vector<std::string> notices;  ///< of the query as such; those about its words are the plan's
  std::string tree;
  QueryPlan plan;
};

Explanation explain(const ExplainQueryOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline));
  if (auto page = page_of_address(options.request, archive)) return {std::move(page->notices), page->tree, {}};
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  ParsedQuery parsed = searcher.parse(options.request);
  QueryPlan plan = searcher.plan(options.request);
  return {std::move(parsed.notices), to_tree(parsed.tree), std::move(plan)};
}

std::string render_word(const PlannedWord& word, const QueryPlan& plan) {
  std::string text = fmt::format("\n{}{}\n", word.excluded ? message("without ") : std::string(), to_query(word.node));
  const auto line = [&text](const std::string& told) { text += "    " + told + "\n"; };
  if (word.weak) {
    line(message("a word of nearly every article: not asked for beside the others"));
    return text;
  }
  if (word.node.kind != QueryNode::Kind::word) return text;
  const auto forms = reached_forms(word, plan);
  if (forms.empty()) line(message("no article prints this word or a form of it"));
  for (std::size_t i = 0; i < std::min(forms.size(), most_forms); ++i)
    line(fmt::format("{:<24} {}", visible(forms[i].surface), forms[i].occurrences));
  if (forms.size() > most_forms) line(message("and {} more forms", forms.size() - most_forms));
  return text;
}

std::string render_text(const Explanation& explanation, const TextStyle& style) {
  std::string text;
  const auto tell = [&](const std::vector<std::string>& notices) {
    for (const std::string& notice : notices) text += wrapped(message("Note: {}", notice), style, "");
  };
  tell(explanation.notices);
  text += message("Understood as: {}", explanation.tree) + "\n";
  tell(explanation.plan.notices);
  for (const PlannedWord& word : explanation.plan.words) text += render_word(word, explanation.plan);
  return text;
}

std::string render_json(const std::string& query, const Explanation& explanation) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).key("query").begin_object().member("text", query);
  std::vector<std::string> notices = explanation.notices;
  notices.insert(notices.end(), explanation.plan.notices.begin(), explanation.plan.notices.end());
  json.member("tree", explanation.tree).member("notices", notices).end_object();
  json.key("words").begin_array();
  for (const PlannedWord& word : explanation.plan.words) {
    json.begin_object().member("word", to_query(word.node)).member("excluded", word.excluded);
    json.member("weak", word.weak).key("forms").begin_array();
    for (const VocabularyEntry& form : reached_forms(word, explanation.plan))
      json.begin_object().member("form", form.surface).member("occurrences", form.occurrences).end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return out + "\n";
}

/// A row for each form; a word that reaches none has one without.
std::string render_csv(const Explanation& explanation) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("word").cell("form").cell("occurrences").end_row();
  for (const PlannedWord& word : explanation.plan.words) {
    const std::string typed = to_query(word.node);
    const auto forms = reached_forms(word, explanation.plan);
    if (forms.empty()) csv.cell(typed).cell("").cell(std::uint64_t{0}).end_row();
    for (const VocabularyEntry& form : forms)
      csv.cell(typed).cell(form.surface).cell(static_cast<std::uint64_t>(form.occurrences)).end_row();
  }
  return out;
}

}  // namespace

Command declare(ExplainQueryOptions& options) {
  Command command("explain", message("show how a query is understood and what its words reach"));
  command.example("hemero-query explain ambassades", message("the words of the archive that a query reaches"));
  command.query(message("QUERY"), options.request.text, message("a query"));
  declare_matching(command, options.request, options.synonyms);
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const ExplainQueryOptions& options) {
  const Explanation explanation = explain(options);
  if (options.format == RowFormat::json)
    fmt::print("{}", render_json(options.request.text, explanation));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", render_csv(explanation));
  else
    show_text(options.display, [&](const TextStyle& style) { return render_text(explanation, style); });
  return 0;
}

}  // namespace hemero
