#include "query/commands/search.h"

#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/facets.h"
#include "query/answer/searcher.h"
#include "query/answer/time_limit.h"
#include "query/commands/exit_status.h"
#include "query/commands/facets.h"
#include "query/commands/matching.h"
#include "query/language/typed_text.h"
#include "query/render/render.h"

namespace hemero {

namespace {

/// There are no words that some articles would suit better than others.
void ask_for_newest(SearchRequest& request) {
  request.everything = true;
  if (request.order == SortOrder::relevance) request.order = SortOrder::newest;
}

/// Whether the notices are part of what is printed.
bool prints_notices(const SearchOptions& options) {
  const RowFormat format = meant_format(options.format, options.columns);
  return !options.only_count && !options.only_ids && (format == RowFormat::text || format == RowFormat::json);
}

void print_page(const Page& page, const SearchOptions& options) {
  const RowFormat format = meant_format(options.format, options.columns);
  if (format == RowFormat::json)
    fmt::print("{}\n", render_json(page, options.columns));
  else if (format == RowFormat::text)
    show_text(options.display, [&](const TextStyle& style) { return render_text(page, style); });
  else
    print_rows(page.hits, format, options.columns);
}

/// The exact number of articles, alone.
void print_count(std::uint64_t total, RowFormat format) {
  if (format == RowFormat::csv)
    fmt::print("total\r\n{}\r\n", total);
  else if (format == RowFormat::text)
    fmt::print("{}\n", total);
  else
    fmt::print("{{\"total\":{}}}\n", total);
}

/// The numbers of articles, alone: as JSON an array, else one a line.
void print_ids(const std::vector<Hit>& hits, RowFormat format) {
  if (format == RowFormat::csv) return print_rows(hits, format, read_columns("number"));
  std::vector<std::uint32_t> numbers;
  for (const Hit& hit : hits) numbers.push_back(static_cast<std::uint32_t>(hit.id));
  if (format == RowFormat::json)
    fmt::print("[{}]\n", fmt::join(numbers, ","));
  else
    for (const std::uint32_t number : numbers) fmt::print("{}\n", number);
}

/// Throws Error (usage) for a query that says only what not to find.
void require_selection(const SearchRequest& request, const Page& page, const ParsedQuery& parsed) {
  if (!request.everything && !only_excludes(parsed.tree)) return;
  throw Error(ErrorCode::usage,
              message("“{}” does not say what to find; articles that it finds: {}", request.text, page.total),
              message("add a word, a field or a date that articles must have"));
}

/// A number or a list that is to be exact is worth nothing when it is not.
int status_of(const Page& page, const SearchOptions& options) {
  if (!page.complete && (page.hits.empty() || options.only_count || options.only_ids)) return exit_cut_short;
  return page.hits.empty() ? exit_no_hit : 0;
}

/// Every article that matches, and none that has only some of the words.
void ask_for_all(SearchRequest& request, const ArchiveReader& archive) {
  request.count_up_to = archive.index().versions();
  request.match = request.match == MatchMode::automatic ? MatchMode::all : request.match;
  request.with_articles = false;
  request.collapse = false;
  request.offset = 0;
  request.limit = request.count_up_to;
}

/// The names of authors and sections stand in the columns too.
ArchiveReader::Use use_of(const SearchOptions& options) {
  const bool counts = !options.facets.empty() || !options.request.authors.empty() || !options.request.sections.empty();
  return counts ? ArchiveReader::Use::count : ArchiveReader::Use::search;
}

/// The hits, and what all that matches is counted by, in the time that these leave.
Page search_and_count(const std::vector<FacetField>& fields, SearchRequest request, ArchiveReader& archive,
                      Searcher& searcher) {
  const auto start = Deadline::Clock::now();
  Page page = searcher.search(request);
  if (fields.empty()) return page;
  const std::optional<double> seconds = std::exchange(request.deadline, time_left(request.deadline, start));
  FacetAnswer answer = count_facets(fields, request, archive, searcher);
  page.facets = std::move(answer.facets);
  if (!answer.complete && page.complete) page.notices.push_back(time_notice(seconds));
  page.complete = page.complete && answer.complete;
  return page;
}

/// Options that say which of the articles that match are meant.
void declare_choice(Command& command, SearchRequest& request) {
  using Copies = NamedValue<bool>;
  declare_restrictions(command, request);
  command.word("--copies", std::vector{Copies{"collapse", true}, Copies{"all", false}}, request.collapse,
               message("collapse: one article of several with the same text"));
}

void declare_form(Command& command, SearchOptions& options) {
  using Order = NamedValue<SortOrder>;
  SearchRequest& request = options.request;
  command.number("-n,--limit", 1, 100000, request.limit, message("hits on a page (default 10)"));
  command.number("--offset", 0, 1000000, request.offset, message("hits to pass over"));
  command.word("--sort",
               std::vector{Order{"relevance", SortOrder::relevance}, Order{"newest", SortOrder::newest},
                           Order{"oldest", SortOrder::oldest}},
               request.order, message("which articles come first"));
  command.decimal("--recency", 0.1, 100000, request.half_life, message("half-life in days: old articles rank lower"));
  command.number("--snippets", 0, 20, request.snippets, message("passages shown of each article (default 1)"));
  command.flag("--explain", request.explain, message("tell what each score is made of"));
  command.flag("--count", options.only_count, message("print the exact number of articles only"))
      .excludes({"--fields"})
      .only_typed();
  command.flag("--ids", options.only_ids, message("print the numbers of all articles that match only, one a line"))
      .excludes({"--count", "--fields"})
      .only_typed();
  command.flag("--selective", options.selective, message("refuse a query that only excludes, or has no words"))
      .only_typed();
  declare_facet_fields(command, "--facets", options.facets,
                       message("count all articles that match by these below the hits: source,year (see facets)"))
      .excludes({"--count", "--ids", "--fields"})
      .only_typed();
  declare_rows(command, options.format, options.columns);
  declare_display(command, options.display);
}

}  // namespace

Command declare(SearchOptions& options) {
  Command command("search", message("find articles"));
  command.example("hemero-query search etats unis talibans", message("all of the words, whatever the accents"));
  command.example("hemero-query search '« gilets jaunes » -paris'", message("a phrase, without a word"));
  command.example("hemero-query search 'titre:grève date:2019'", message("in the title, in a year"));
  command.example("hemero-query search --from 2016 --to 2019 --sort oldest otan",
                  message("between two dates, oldest first"));
  SearchRequest& request = options.request;
  request.collapse = true;
  command
      .query(message("QUERY"), request.text,
             message("words, « phrases », -word, titre:word, date:2021 … (see explain); without words, the newest"))
      .required = false;
  command.heading(message("Which articles"));
  declare_matching(command, request, options.synonyms);
  declare_choice(command, request);
  command.heading(message("How they are shown"));
  declare_form(command, options);
  declare_archive(command, options.archive);
  command.check([&options] {
    const bool shown = options.format == RowFormat::text || options.format == RowFormat::json;
    if (shown || options.facets.empty()) return;
    throw Error(ErrorCode::usage, message("--facets is told in text and JSON only"),
                message("“hemero-query facets --format csv” makes a table of them"));
  });
  return command;
}

int run(const SearchOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline), use_of(options));
  SearchRequest request = options.request;
  if (is_blank(request.text)) ask_for_newest(request);
  if (options.only_count || options.only_ids) ask_for_all(request, archive);
  if (options.only_count) request.limit = 1;
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  const Page page = search_and_count(options.facets, request, archive, searcher);
  if (!prints_notices(options)) tell_notices(page.notices);
  if (options.selective) require_selection(request, page, searcher.parse(request));
  if (options.only_count)
    print_count(page.total, options.format);
  else if (options.only_ids)
    print_ids(page.hits, options.format);
  else
    print_page(page, options);
  const int status = status_of(page, options);
  return archive.damages().empty() || status == exit_cut_short ? status : exit_partly;  // the notices tell
}

}  // namespace hemero
