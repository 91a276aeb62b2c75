#include "query/commands/explain.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/address.h"
#include "query/answer/searcher.h"
#include "query/answer/time_limit.h"
#include "query/language/parser.h"
#include "query/options/matching.h"
#include "query/plan/reached_forms.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

constexpr std::size_t most_forms = 40;

/// A query as it is understood, and what its words reach.
struct Explanation {
  std::vector<std::string> notices;  ///< of the query as such; those about its words are the plan's
  std::string tree;
  std::vector<std::string> told;  ///< notices about its words
  std::vector<ReachedWord> words;
};

Explanation explain(const ExplainQueryOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline));
  if (auto page = page_of_address(options.request, archive)) return {std::move(page->notices), page->tree, {}, {}};
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  ParsedQuery parsed = searcher.parse(options.request);
  const QueryPlan plan = searcher.plan(options.request);
  return {std::move(parsed.notices), to_tree(parsed.tree), plan.notices, reached_words(plan)};
}

std::string render_word(const ReachedWord& word) {
  std::string text = fmt::format("\n{}{}\n", word.excluded ? message("without ") : std::string(), word.word);
  const auto line = [&text](const std::string& told) { text += "    " + told + "\n"; };
  if (word.weak) {
    line(message("a word of nearly every article: not asked for beside the others"));
    return text;
  }
  if (!word.single) return text;
  if (word.forms.empty()) line(message("no article prints this word or a form of it"));
  for (std::size_t i = 0; i < std::min(word.forms.size(), most_forms); ++i)
    line(fmt::format("{:<24} {}", visible(word.forms[i].surface), word.forms[i].occurrences));
  if (word.forms.size() > most_forms) line(message("and {} more forms", word.forms.size() - most_forms));
  return text;
}

std::string render_text(const Explanation& explanation, const TextStyle& style) {
  std::string text;
  const auto tell = [&](const std::vector<std::string>& notices) {
    for (const std::string& notice : notices) text += wrapped(message("Note: {}", notice), style, "");
  };
  tell(explanation.notices);
  text += message("Understood as: {}", explanation.tree) + "\n";
  tell(explanation.told);
  for (const ReachedWord& word : explanation.words) text += render_word(word);
  return text;
}

std::string render_json(const std::string& query, const Explanation& explanation) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).key("query").begin_object().member("text", query);
  std::vector<std::string> notices = explanation.notices;
  notices.insert(notices.end(), explanation.told.begin(), explanation.told.end());
  json.member("tree", explanation.tree).member("notices", notices).end_object();
  json.key("words").begin_array();
  for (const ReachedWord& word : explanation.words) {
    json.begin_object().member("word", word.word).member("excluded", word.excluded);
    json.member("weak", word.weak).key("forms").begin_array();
    for (const VocabularyEntry& form : word.forms)
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
  for (const ReachedWord& word : explanation.words) {
    if (word.forms.empty()) csv.cell(word.word).cell("").cell(std::uint64_t{0}).end_row();
    for (const VocabularyEntry& form : word.forms)
      csv.cell(word.word).cell(form.surface).cell(static_cast<std::uint64_t>(form.occurrences)).end_row();
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
