#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/amounts/amount_tables.h"
#include "query/occurrences/occurrence_options.h"
#include "query/options/matching.h"
#include "query/render/amounts.h"

namespace hemero {

namespace {

/// The code that is meant, in capitals. Throws Error (usage) when amounts are told in no such currency.
std::string known_currency(std::string code) {
  std::ranges::transform(code, code.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  const std::vector<std::string> codes = currency_codes();
  if (std::ranges::find(codes, code) == codes.end())
    throw Error(ErrorCode::usage, message("--currency: amounts are told in no currency “{}”", code),
                message("one of these: {}", fmt::format("{}", fmt::join(codes, ", "))));
  return code;
}

void declare_choice(Command& command, AmountsOptions& options) {
  constexpr double most = 1e18;
  command.decimal("--least", 0, most, options.choice.least, message("of at least so much, in any currency"));
  command.decimal("--most", 0, most, options.choice.most, message("of so much at most"));
  command.text("--currency", message("CODE"), options.choice.currency, message("in this currency: EUR, USD, GBP…"))
      .read = [&options](const auto& values) { options.choice.currency = known_currency(values.back()); };
}

void declare_form(Command& command, AmountsOptions& options) {
  using Order = NamedValue<AmountOrder>;
  command.word("--sort",
               std::vector{Order{"newest", AmountOrder::newest}, Order{"oldest", AmountOrder::oldest},
                           Order{"source", AmountOrder::source}, Order{"amount", AmountOrder::amount}},
               options.choice.order, message("amount: the highest first, a currency after the other"));
  declare_lines(command, options, message("amounts on a page (default 20); all: every one"),
                message("amounts to pass over"));
  declare_line_format(command, options);
}

std::string page_text(const AmountsOptions& options, TextList<AmountLine>& list, const TextStyle& style) {
  const OccurrenceTotals& totals = list.totals();
  const auto lines = list.lines(options.offset, asked_lines(options, totals));
  std::string text = amounts_text(totals) + "\n";
  if (!lines.empty()) text += "\n" + render_amounts_text(lines, style);
  return text + told_lines(options, totals);
}

/// Prints amounts as they are read.
void print_lines(const AmountsOptions& options, TextList<AmountLine>& list) {
  const bool csv = options.format == RowFormat::csv;
  if (csv) fmt::print("{}", amounts_header());
  for_each_batch(options, list.totals(), [&](std::size_t offset, std::size_t count) {
    const std::vector<AmountLine> lines = list.lines(offset, count);
    if (csv)
      fmt::print("{}", render_amounts_csv(lines));
    else
      for (const AmountLine& line : lines) fmt::print("{}\n", render_amount_json(line));
  });
}

}  // namespace

Command declare(AmountsOptions& options) {
  Command command("amounts", message("list the amounts of money beside a query's words, as values"));
  command.example("hemero-query amounts barrage", message("in the sentences with the word"));
  command.example("hemero-query amounts --least 1000000 --currency EUR --sort amount '*'",
                  message("all millions of euros, the highest first"));
  command.example("hemero-query amounts -n all --format csv barrage", message("every one, as a table"));
  declare_occurrences(command, options);
  command.heading(message("Which amounts"));
  declare_choice(command, options);
  command.heading(message("How they are shown"));
  declare_form(command, options);
  declare_archive(command, options.archive);
  return command;
}

int run(const AmountsOptions& options) {
  OccurrenceSearch search(options, use_of(options.request));
  auto list = list_amounts(search.request, options.choice, search.archive, search.searcher, search.deadline);
  const OccurrenceTotals& totals = list.totals();
  if (options.format != RowFormat::json) tell_notices(totals.notices);
  if (options.format == RowFormat::csv || options.format == RowFormat::jsonl) {
    fmt::print(stderr, "{}\n", amounts_text(totals));
    print_lines(options, list);
  } else if (options.format == RowFormat::json) {
    const auto lines = list.lines(options.offset, asked_lines(options, totals));
    fmt::print("{}\n", render_amounts_json(totals, lines));
  } else {
    show_text(options.display, [&](const TextStyle& style) { return page_text(options, list, style); });
  }
  return status_of(totals, totals.occurrences > 0, search.archive);
}

}  // namespace hemero
