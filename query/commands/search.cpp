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
#include "query/commands/facets.h"
#include "query/language/typed_text.h"
#include "query/options/exit_status.h"
#include "query/options/limit_option.h"
#include "query/options/matching.h"
#include "query/options/order_options.h"
#include "query/render/render.h"
#include "query/request/shown_parameters.h"

namespace hemero {

namespace {

/// There are no words that some articles would suit better than others.
void ask_for_newest(SearchRequest& request) {
  request.everything = true;
  if (request.order == SortOrder::relevance) request.order = SortOrder::newest;
}

bool prints_hits(const SearchOptions& options) { return !options.only_count && !options.only_ids; }

/// Throws Error (usage) for numbers alone as what has articles.
void require_form_of_numbers(const SearchOptions& options) {
  if (prints_hits(options) || options.form.format <= RowFormat::csv) return;
  throw Error(ErrorCode::usage, message("{}: this format is one of articles", options.only_count ? "--count" : "--ids"),
              message("numbers alone are printed as text, json, jsonl or csv"));
}

void print_page(const Page& page, const SearchOptions& options) {
  if (meant_format(options.form) == RowFormat::json)
    fmt::print("{}\n", render_json(page, options.form.columns));
  else
    show_text(options.display, [&](const TextStyle& style) { return render_text(page, style); });
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
  if (format == RowFormat::csv) return print_rows(hits, {format, read_columns("number")}, {});
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
int status_of(const Page& page, bool any, const SearchOptions& options) {
  const bool is_exact = options.only_count || options.only_ids || options.all;
  if (!page.complete && (!any || is_exact)) return exit_cut_short;
  return any ? 0 : exit_no_hit;
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

SearchRequest request_of(const SearchOptions& options, const ArchiveReader& archive) {
  SearchRequest request = options.request;
  if (options.all && !options.says_copies) request.collapse = false;
  request.for_export = is_exported(options.form);
  if (asks_for_everything(request.text)) ask_for_newest(request);
  if (options.all) ask_for_whole_set(request, archive);
  if (options.only_count || options.only_ids) ask_for_all(request, archive);
  if (options.only_count) request.limit = 1;
  return request;
}

}  // namespace

void declare_copies(Command& command, SearchOptions& options) {
  options.request.collapse = true;
  CommandOption& copies = declare_copies(command, options.request.collapse, shown_help("copies"));
  copies.read = [&options, read = copies.read](const auto& values) {
    options.says_copies = true;
    read(values);
  };
}

void declare_shown(Command& command, SearchOptions& options) {
  SearchRequest& request = options.request;
  declare_limit(command, request.limit, options.all,
                message("hits on a page (default 10); all: every article that matches, copies too"));
  declare_order(command, request);
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
}

Command declare(SearchOptions& options) {
  Command command("search", message("find articles"));
  command.example("hemero-query search etats unis talibans", message("all of the words, whatever the accents"));
  command.example("hemero-query search '« gilets jaunes » -paris'", message("a phrase, without a word"));
  command.example("hemero-query search 'titre:grève date:2019'", message("in the title, in a year"));
  command.example("hemero-query search --from 2016 --to 2019 --sort oldest otan",
                  message("between two dates, oldest first"));
  command.example("hemero-query search -n all --format csv-excel retraites > retraites.csv",
                  message("all that is found, for a spreadsheet"));
  SearchRequest& request = options.request;
  command
      .query(message("QUERY"), request.text,
             message("words, « phrases », -word, titre:word, date:2021 … (see explain); without words, the newest"))
      .required = false;
  command.heading(message("Which articles"));
  declare_matching(command, request, options.synonyms);
  declare_restrictions(command, request);
  declare_copies(command, options);
  command.heading(message("How they are shown"));
  declare_shown(command, options);
  declare_rows(command, options.form);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  command.check([&options] {
    if (options.facets.empty() || !is_rows(options.form.format)) return;
    throw Error(ErrorCode::usage, message("--facets is told in text and JSON only"),
                message("“hemero-query facets --format csv” makes a table of them"));
  });
  return command;
}

namespace {

/// Hits that are printed as they are read: none of them is kept.
int print_rows(Searcher& searcher, const SearchRequest& request, const SearchOptions& options,
               const ArchiveReader& archive) {
  if (options.selective) {
    SearchRequest counted = request;
    counted.with_articles = false;
    counted.limit = 1;
    require_selection(request, searcher.search(counted), searcher.parse(request));
  }
  RowPrinter printer(options.form, origin_of(archive, request.text));
  const Page page =
      searcher.search(request, [&](const Page& known, const Hit& hit) { printer.print(hit, known.total); });
  printer.finish();
  tell_notices(page.notices);
  return status_of(page, printer.printed() > 0, options);
}

int print_answer(Searcher& searcher, const SearchRequest& request, const SearchOptions& options,
                 ArchiveReader& archive) {
  const Page page = search_and_count(options.facets, request, archive, searcher);
  if (!prints_hits(options)) tell_notices(page.notices);
  if (options.selective) require_selection(request, page, searcher.parse(request));
  if (options.only_count)
    print_count(page.total, options.form.format);
  else if (options.only_ids)
    print_ids(page.hits, options.form.format);
  else
    print_page(page, options);
  return status_of(page, !page.hits.empty(), options);
}

}  // namespace

int run(const SearchOptions& options) {
  require_form_of_numbers(options);
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline),
                        options.facets.empty() ? use_of(options.request) : ArchiveReader::Use::count);
  const SearchRequest request = request_of(options, archive);
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  const bool rows = prints_hits(options) && is_rows(meant_format(options.form));
  const int status =
      rows ? print_rows(searcher, request, options, archive) : print_answer(searcher, request, options, archive);
  return archive.damages().empty() || status == exit_cut_short ? status : exit_partly;  // the notices tell
}

}  // namespace hemero
