#include "query/commands/timeline.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/time_limit.h"
#include "query/answer/timeline.h"
#include "query/language/typed_text.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/request/shown_parameters.h"

namespace hemero {

namespace {

constexpr std::size_t most_queries = 4;

void declare_form(Command& command, TimelineOptions& options) {
  using Step = NamedValue<std::optional<TimeStep>>;
  using Unit = NamedValue<TimelineUnit>;
  using Format = TimelineOptions::Format;
  using Form = NamedValue<Format>;
  command.word("--step",
               std::vector{Step{"auto", std::nullopt}, Step{"day", TimeStep::day}, Step{"week", TimeStep::week},
                           Step{"month", TimeStep::month}, Step{"year", TimeStep::year}},
               options.step, shown_help("step"));
  command.word("--unit",
               std::vector{Unit{"texts", TimelineUnit::texts}, Unit{"articles", TimelineUnit::articles},
                           Unit{"occurrences", TimelineUnit::occurrences}},
               options.unit, shown_help("unit"));
  command.word("--format",
               std::vector{Form{"text", Format::text}, Form{"json", Format::json}, Form{"csv", Format::csv},
                           Form{"svg", Format::svg}},
               options.format, message("form of what is printed; svg: a picture with its table"));
  declare_display(command, options.display);
}

/// Words without quotation marks are a query each, which may not be what was meant.
void tell_single_words(const std::vector<std::string>& queries) {
  if (queries.size() < 2) return;
  const auto is_word = [](const std::string& query) { return query.find(' ') == std::string::npos; };
  if (!std::all_of(queries.begin(), queries.end(), is_word)) return;
  tell_notices({message("{} queries are compared; one of several words stands in quotation marks: \"{}\"",
                        queries.size(), fmt::format("{}", fmt::join(queries, " ")))});
}

void print(const TimelineAnswer& answer, const TimelineOptions& options) {
  if (options.format == TimelineOptions::Format::json)
    fmt::print("{}\n", render_timeline_json(answer));
  else if (options.format == TimelineOptions::Format::csv)
    fmt::print("{}", render_timeline_csv(answer));
  else if (options.format == TimelineOptions::Format::svg)
    fmt::print("{}", render_timeline_svg(answer, options.unit));
  else
    show_text(options.display,
              [&](const TextStyle& style) { return render_timeline_text(answer, options.unit, style); });
}

}  // namespace

Command declare(TimelineOptions& options) {
  Command command("timeline", message("tell how much was published about something over time"));
  command.example("hemero-query timeline \"grève sncf\"", message("of 1,000 texts of each period those that match"));
  command.example("hemero-query timeline --step year --format svg grève crue > curves.svg",
                  message("two queries in one picture"));
  command.arguments(message("QUERY"), options.queries,
                    message("as for search, each in quotation marks; up to four are compared"));
  command.heading(message("Which articles"));
  declare_matching(command, options.request, options.synonyms);
  declare_restrictions(command, options.request);
  command.heading(message("How they are counted"));
  declare_form(command, options);
  declare_archive(command, options.archive);
  command.check([&options] {
    if (options.queries.size() > most_queries)
      throw Error(ErrorCode::usage, message("no more than {} queries are compared", most_queries),
                  message("a query of several words stands in quotation marks"));
  });
  return command;
}

int run(const TimelineOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline), ArchiveReader::Use::count);
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  const TimelineAnswer answer = timeline({options.queries, options.step, options.unit == TimelineUnit::occurrences},
                                         options.request, archive, searcher);
  if (options.format == TimelineOptions::Format::svg) require_drawable(answer);
  tell_single_words(options.queries);
  if (options.format != TimelineOptions::Format::json) tell_notices(answer.notices);
  print(answer, options);
  if (!answer.complete) return exit_cut_short;
  const bool found = std::any_of(answer.series.begin(), answer.series.end(), [](const auto& s) { return s.total > 0; });
  return found ? 0 : exit_no_hit;
}

}  // namespace hemero
