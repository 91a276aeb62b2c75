#include "query/commands/terms.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/commands/terminal.h"
#include "query/words/forms.h"

namespace hemero {

Command declare(TermsOptions& options) {
  Command command("terms", message("list the words of the archive that start so, with their counts"));
  command.example("hemero-query terms ambassad", message("the words that start so"));
  command.argument(message("PREFIX"), CommandOption::Kind::text, options.prefix, message("the beginning of a word"));
  command.number("-n,--limit", 1, 200, options.limit, message("words at most (default 10)"));
  declare_archive(command, options.archive);
  return command;
}

int run(const TermsOptions& options) {
  ArchiveReader archive(options.archive);
  std::map<std::string, std::pair<VocabularyEntry, std::int64_t>>
      words;  // by folded form: its commonest surface, all of them
  for (VocabularyEntry& entry : FormFinder(archive.vocabulary()).prefix(options.prefix).surfaces) {
    auto& [commonest, occurrences] = words[entry.folded];
    occurrences += entry.occurrences;
    if (entry.occurrences > commonest.occurrences) commonest = std::move(entry);
  }
  std::vector<std::pair<VocabularyEntry, std::int64_t>> sorted;
  for (auto& [folded, word] : words) sorted.push_back(std::move(word));
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  sorted.resize(std::min(sorted.size(), options.limit));
  for (const auto& [word, occurrences] : sorted) fmt::print("{}\t{}\n", word.surface, occurrences);
  return sorted.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
