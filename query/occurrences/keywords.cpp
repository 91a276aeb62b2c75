#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/occurrences/occurrence_options.h"
#include "query/options/matching.h"
#include "query/render/word_tables.h"
#include "query/request/shown_parameters.h"

namespace hemero {

Command declare(KeywordsOptions& options) {
  Command command("keywords", message("tell the words that are more frequent in what a query finds than elsewhere"));
  command.example("hemero-query keywords grève", message("against the rest of the archive"));
  command.example("hemero-query keywords --against grève maire", message("against what another query finds"));
  declare_occurrences(command, options, false);
  command.heading(message("Which words"));
  command.text("--against", message("QUERY"), options.words.against, shown_help("against"));
  declare_thresholds(command, options.words.stop_words, options.words.at_least, options.words.texts);
  declare_capitals(command, options.words.capitals);
  command.heading(message("How they are shown"));
  command.number("-n,--limit", 1, 1'000'000, options.limit, message("words at most (default 20)"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const KeywordsOptions& options) {
  OccurrenceSearch search(options, use_of(options.request));
  const KeywordAnswer answer =
      find_keywords(options.words, search.request, search.archive, search.searcher, search.deadline);
  print_answer(options, answer.totals,
               {[&] { return render_keywords_json(answer, options.limit); },
                [&] { return render_keywords_csv(answer, options.limit); },
                [&](const TextStyle&) { return render_keywords_text(answer, options.limit); }});
  return status_of(answer.totals, !answer.more.empty() || !answer.less.empty(), search.archive);
}

}  // namespace hemero
