#include "query/occurrences/occurrence_options.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/answer/time_limit.h"
#include "query/concordance/line_rows.h"
#include "query/language/typed_text.h"
#include "query/options/exit_status.h"
#include "query/options/limit_option.h"
#include "query/options/matching.h"
#include "query/options/order_options.h"
#include "query/request/shown_parameters.h"

namespace hemero {

void declare_occurrences(Command& command, OccurrenceOptions& options, bool required) {
  SearchRequest& request = options.request;
  request.collapse = true;
  command.query(message("QUERY"), request.text, message("as for search")).required = required;
  command.heading(message("Which articles"));
  declare_matching(command, request, options.synonyms);
  declare_restrictions(command, request);
  declare_copies(command, request.collapse,
                 message("collapse: of several articles with the same text the earliest that matches"));
}

void declare_lines(Command& command, LineOptions& options, std::string limit_help, std::string offset_help) {
  declare_limit(command, options.limit, options.all, std::move(limit_help));
  command.number("--offset", 0, 1'000'000'000, options.offset, std::move(offset_help));
}

void declare_line_format(Command& command, LineOptions& options) {
  using Form = NamedValue<RowFormat>;
  command.word("--format",
               std::vector{Form{"text", RowFormat::text}, Form{"json", RowFormat::json},
                           Form{"jsonl", RowFormat::jsonl}, Form{"csv", RowFormat::csv}},
               options.format, message("form of what is printed"));
  declare_display(command, options.display);
}

std::size_t asked_lines(const LineOptions& options, const OccurrenceTotals& totals) {
  const std::size_t left = totals.occurrences - std::min<std::size_t>(totals.occurrences, options.offset);
  return options.all ? left : std::min(left, options.limit);
}

std::string told_lines(const LineOptions& options, const OccurrenceTotals& totals) {
  const std::size_t asked = asked_lines(options, totals);
  if (asked == 0 || asked == totals.occurrences) return {};
  return "\n" +
         message("lines {} to {}; -n all: every line", number_text(std::uint64_t{options.offset + 1}),
                 number_text(std::uint64_t{options.offset + asked})) +
         "\n";
}

void for_each_batch(const LineOptions& options, const OccurrenceTotals& totals,
                    const std::function<void(std::size_t offset, std::size_t count)>& print) {
  for_each_batch(options.offset, asked_lines(options, totals), print);
}

void declare_thresholds(Command& command, bool& stop_words, std::uint64_t& least, std::uint64_t& least_texts) {
  constexpr std::uint64_t most = 1'000'000;
  command.number("--least", 1, most, least,
                 message("only words that stand there so often (default {})", number_text(least)));
  command.number("--least-texts", 1, most, least_texts,
                 message("only words that stand there in so many texts (default {})", number_text(least_texts)));
  command.flag("--stop-words", stop_words, shown_help("stop-words"));
}

void declare_capitals(Command& command, bool& capitals) { command.flag("--case", capitals, shown_help("case")); }

OccurrenceSearch::OccurrenceSearch(const OccurrenceOptions& options, ArchiveReader::Use use)
    : request(options.request),
      archive(options.archive, time_to_open(request.deadline), use),
      searcher(archive, synonyms_of(options.archive, options.synonyms)),
      deadline(time_of(request.deadline)) {
  request.everything = asks_for_everything(request.text);
}

void print_answer(const OccurrenceOptions& options, const OccurrenceTotals& totals, const AnswerForms& forms) {
  if (options.format != RowFormat::json) tell_notices(totals.notices);
  if (options.format == RowFormat::json)
    fmt::print("{}\n", forms.json());
  else if (options.format == RowFormat::csv)
    fmt::print("{}", forms.csv());
  else
    show_text(options.display, forms.text);
}

int status_of(const OccurrenceTotals& totals, bool any, const ArchiveReader& archive) {
  if (!totals.complete) return exit_cut_short;
  const auto is_told = [&](const Damage& damage) {
    return std::ranges::count(totals.notices, damage_text(damage)) > 0;
  };
  if (!archive.damages().empty() && std::ranges::all_of(archive.damages().list(), is_told)) return exit_partly;
  return tell_damages(archive.damages(), any ? 0 : exit_no_hit);
}

}  // namespace hemero
