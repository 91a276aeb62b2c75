#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/concordance/line_rows.h"
#include "query/occurrences/occurrence_options.h"
#include "query/options/matching.h"
#include "query/render/concordance.h"
#include "query/request/shown_parameters.h"

namespace hemero {

namespace {

void declare_width(Command& command, KwicOptions& options) {
  constexpr std::uint64_t narrowest = 40;
  constexpr std::uint64_t widest = 1000;
  command.number("--width", narrowest, widest, options.width, message("columns of a line of text"));
}

void declare_form(Command& command, KwicOptions& options) {
  using Order = NamedValue<LineOrder>;
  command.word("--sort",
               std::vector{Order{"right", LineOrder::right}, Order{"left", LineOrder::left},
                           Order{"form", LineOrder::form}, Order{"newest", LineOrder::newest},
                           Order{"oldest", LineOrder::oldest}, Order{"source", LineOrder::source}},
               options.order, shown_help("lines"));
  declare_lines(command, options, message("lines on a page (default 20); all: every line"),
                message("lines to pass over"));
  command.number("--context", 0, 50, options.context, shown_help("context"));
  declare_width(command, options);
  declare_line_format(command, options);
}

std::string page_text(const KwicOptions& options, const Concordance& concordance, TextStyle style) {
  style.columns = options.width.value_or(style.widest);
  const OccurrenceTotals& totals = concordance.totals();
  const auto lines = concordance.lines(options.offset, asked_lines(options, totals), options.context);
  std::string text = occurrences_text(totals) + "\n";
  if (!lines.empty()) text += "\n" + render_concordance_text(lines, style);
  return text + told_lines(options, totals);
}

}  // namespace

Command declare(KwicOptions& options) {
  Command command("kwic", message("show every occurrence in its line (concordance)"));
  command.example("hemero-query kwic --sort left « états généraux »", message("by the words before it"));
  command.example("hemero-query kwic -n all --format csv grève", message("every line, as a table"));
  declare_occurrences(command, options);
  command.heading(message("How they are shown"));
  declare_form(command, options);
  declare_archive(command, options.archive);
  return command;
}

int run(const KwicOptions& options) {
  OccurrenceSearch search(options, use_of(options.request));
  const Concordance concordance(find_occurrences(search.request, search.archive, search.searcher, search.deadline),
                                options.order, search.archive, search.deadline);
  const OccurrenceTotals& totals = concordance.totals();
  if (options.format != RowFormat::json) tell_notices(totals.notices);
  if (options.format == RowFormat::csv || options.format == RowFormat::jsonl) {
    fmt::print(stderr, "{}\n", occurrences_text(totals));
    const LineRows rows{options.offset, asked_lines(options, totals), options.context,
                        options.format == RowFormat::csv};
    write_line_rows(concordance, rows, [](const std::string& text) { fmt::print("{}", text); });
  } else if (options.format == RowFormat::json) {
    const auto lines = concordance.lines(options.offset, asked_lines(options, totals), options.context);
    fmt::print("{}\n", render_concordance_json(totals, lines));
  } else {
    show_text(options.display, [&](const TextStyle& style) { return page_text(options, concordance, style); });
  }
  return status_of(totals, totals.occurrences > 0, search.archive);
}

}  // namespace hemero
