#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "common/text/names.h"
#include "query/occurrences/occurrence_options.h"
#include "query/options/matching.h"
#include "query/render/quotations.h"

namespace hemero {

namespace {

void declare_choice(Command& command, QuotationsOptions& options) {
  command.text("--by", message("NAME"), options.choice.by,
               message("whom they are by: words of the name, whatever the accents"));
  command.check([&options] {
    if (!options.choice.by.empty() && name_words(options.choice.by).empty())
      throw Error(ErrorCode::usage, message("--by: “{}” has no word", options.choice.by),
                  message("give a word of a name: --by Garnier"));
  });
}

void declare_form(Command& command, QuotationsOptions& options) {
  using Order = NamedValue<QuotationOrder>;
  command.word("--sort",
               std::vector{Order{"newest", QuotationOrder::newest}, Order{"oldest", QuotationOrder::oldest},
                           Order{"source", QuotationOrder::source}, Order{"speaker", QuotationOrder::speaker}},
               options.choice.order, message("speaker: by the last word of the name"));
  declare_lines(command, options, message("quotations on a page (default 20); all: every one"),
                message("quotations to pass over"));
  declare_line_format(command, options);
}

std::string page_text(const QuotationsOptions& options, TextList<QuotationLine>& list, const TextStyle& style) {
  const OccurrenceTotals& totals = list.totals();
  const auto lines = list.lines(options.offset, asked_lines(options, totals));
  std::string text = quotations_text(totals) + "\n";
  if (!lines.empty()) text += "\n" + render_quotations_text(lines, style);
  return text + told_lines(options, totals);
}

/// Prints quotations as they are read.
void print_lines(const QuotationsOptions& options, TextList<QuotationLine>& list) {
  const bool csv = options.format == RowFormat::csv;
  if (csv) fmt::print("{}", quotations_header());
  for_each_batch(options, list.totals(), [&](std::size_t offset, std::size_t count) {
    const std::vector<QuotationLine> lines = list.lines(offset, count);
    if (csv)
      fmt::print("{}", render_quotations_csv(lines));
    else
      for (const QuotationLine& line : lines) fmt::print("{}\n", render_quotation_json(line));
  });
}

}  // namespace

Command declare(QuotationsOptions& options) {
  Command command("quotations", message("list what is quoted in the articles that match, and who says it"));
  command.example("hemero-query quotations train", message("quotations in which the word stands"));
  command.example("hemero-query quotations --by Garnier --sort oldest '*'", message("all that she is quoted with"));
  command.example("hemero-query quotations -n all --format csv train", message("every one, as a table"));
  declare_occurrences(command, options);
  command.heading(message("Which quotations"));
  declare_choice(command, options);
  command.heading(message("How they are shown"));
  declare_form(command, options);
  declare_archive(command, options.archive);
  return command;
}

int run(const QuotationsOptions& options) {
  OccurrenceSearch search(options, use_of(options.request));
  auto list = list_quotations(search.request, options.choice, search.archive, search.searcher, search.deadline);
  const OccurrenceTotals& totals = list.totals();
  if (options.format != RowFormat::json) tell_notices(totals.notices);
  if (options.format == RowFormat::csv || options.format == RowFormat::jsonl) {
    fmt::print(stderr, "{}\n", quotations_text(totals));
    print_lines(options, list);
  } else if (options.format == RowFormat::json) {
    const auto lines = list.lines(options.offset, asked_lines(options, totals));
    fmt::print("{}\n", render_quotations_json(totals, lines));
  } else {
    show_text(options.display, [&](const TextStyle& style) { return page_text(options, list, style); });
  }
  return status_of(totals, totals.occurrences > 0, search.archive);
}

}  // namespace hemero
