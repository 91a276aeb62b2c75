#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/occurrences/occurrence_options.h"
#include "query/options/matching.h"
#include "query/render/word_tables.h"
#include "query/request/shown_parameters.h"

namespace hemero {

namespace {

/// "5", or "5-3": words before and behind.
void read_window(const std::string& text, CollocateOptions& words) {
  constexpr std::uint64_t widest = 15;
  const std::size_t hyphen = std::min(text.find('-'), text.size());
  words.left = whole_number("--window", text.substr(0, hyphen), 1, widest);
  words.right = hyphen == text.size() ? words.left : whole_number("--window", text.substr(hyphen + 1), 1, widest);
}

void declare_words(Command& command, CollocatesOptions& options) {
  using Order = CollocateOptions::Order;
  std::string typed;
  command.text("--window", message("N"), typed, message("words before and behind, 1 to 15: 5, or 5-3 (default 5)"))
      .read = [&options](const auto& values) { read_window(values.back(), options.words); };
  command.word("--within", std::vector{NamedValue<bool>{"sentence", false}, NamedValue<bool>{"paragraph", true}},
               options.words.paragraph, shown_help("within"));
  command.word("--sort",
               std::vector{NamedValue<Order>{"likelihood", Order::likelihood}, NamedValue<Order>{"dice", Order::dice},
                           NamedValue<Order>{"occurrences", Order::occurrences}},
               options.words.order, shown_help("order"));
  declare_thresholds(command, options.words.stop_words, options.words.at_least, options.words.texts);
  declare_capitals(command, options.words.capitals);
}

}  // namespace

Command declare(CollocatesOptions& options) {
  Command command("collocates", message("tell the words that stand beside a query's more often than elsewhere"));
  command.example("hemero-query collocates grève", message("within five words, in the sentence"));
  command.example("hemero-query collocates --window 10 --within paragraph maire", message("in a wider window"));
  declare_occurrences(command, options);
  command.heading(message("Which words"));
  declare_words(command, options);
  command.heading(message("How they are shown"));
  command.number("-n,--limit", 1, 1'000'000, options.limit, message("words at most (default 20)"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const CollocatesOptions& options) {
  OccurrenceSearch search(options, use_of(options.request));
  const CollocateAnswer answer =
      find_collocates(options.words, search.request, search.archive, search.searcher, search.deadline);
  print_answer(options, answer.totals,
               {[&] { return render_collocates_json(answer, options.limit); },
                [&] { return render_collocates_csv(answer, options.limit); },
                [&](const TextStyle&) { return render_collocates_text(answer, options.limit); }});
  return status_of(answer.totals, !answer.words.empty(), search.archive);
}

}  // namespace hemero
