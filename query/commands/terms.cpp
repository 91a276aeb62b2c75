#include "query/commands/terms.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/options/exit_status.h"
#include "query/options/limit_option.h"
#include "query/words/forms.h"

namespace hemero {

namespace {

struct CountedWord {
  VocabularyEntry commonest;     ///< of the surfaces that fold alike
  std::int64_t occurrences = 0;  ///< of all of these
};

/// The words that begin so, the most frequent first.
std::vector<CountedWord> counted_words(const TermsOptions& options) {
  ArchiveReader archive(options.archive);
  std::map<std::string, CountedWord> words;  // by folded form
  KnownForms known(archive.vocabulary());
  FormFinder forms(known);
  for (const VocabularyEntry& entry : forms.every_prefixed(options.prefix).surfaces) {
    auto& [commonest, occurrences] = words[entry.folded];
    occurrences += entry.occurrences;
    if (entry.occurrences > commonest.occurrences) commonest = entry;
  }
  std::vector<CountedWord> sorted;
  for (auto& [folded, word] : words) sorted.push_back(std::move(word));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
  return sorted;
}

std::string render_json(const std::string& prefix, const std::vector<CountedWord>& words, std::uint64_t distinct) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("prefix", prefix).member("distinct", distinct);
  json.key("words").begin_array();
  for (const CountedWord& word : words)
    json.begin_object().member("word", word.commonest.surface).member("occurrences", word.occurrences).end_object();
  json.end_array().end_object();
  return out + "\n";
}

std::string render_csv(const std::vector<CountedWord>& words) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("word").cell("occurrences").end_row();
  for (const CountedWord& word : words)
    csv.cell(word.commonest.surface).cell(static_cast<std::uint64_t>(word.occurrences)).end_row();
  return out;
}

std::string render_text(const std::vector<CountedWord>& words, std::uint64_t distinct) {
  std::string text;
  for (const CountedWord& word : words)
    text += fmt::format("{}\t{}\n", visible(word.commonest.surface), word.occurrences);
  if (words.size() < distinct)
    text += message("and {} more words: -n all", number_text(distinct - words.size())) + "\n";
  return text;
}

}  // namespace

Command declare(TermsOptions& options) {
  Command command("terms", message("list the words of the archive that start so, with their counts"));
  command.example("hemero-query terms ambassad", message("the words that start so"));
  command.example("hemero-query terms -n all --format csv ambassad", message("all of them, for a spreadsheet"));
  command.argument(message("PREFIX"), CommandOption::Kind::text, options.prefix, message("the beginning of a word"));
  declare_limit(command, options.limit, options.all, message("words at most, or all (default 10)"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const TermsOptions& options) {
  std::vector<CountedWord> words = counted_words(options);
  const std::uint64_t distinct = words.size();
  if (!options.all) words.resize(std::min(words.size(), options.limit));
  if (options.format == RowFormat::json)
    fmt::print("{}", render_json(options.prefix, words, distinct));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", render_csv(words));
  else
    show_text(options.display, [&](const TextStyle&) { return render_text(words, distinct); });
  return words.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
