#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/commands/commands.h"
#include "query/commands/terminal.h"
#include "query/render/render.h"

namespace hemero {

namespace {

void print_page(const Page& page, QueryOptions::Format format) {
  switch (format) {
    case QueryOptions::Format::json:
      fmt::print("{}\n", render_json(page));
      break;
    case QueryOptions::Format::jsonl:
      for (const Hit& hit : page.hits) fmt::print("{}\n", render_json(hit));
      break;
    default:
      fmt::print("{}", render_text(page, terminal_style()));
  }
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

}  // namespace

SynonymTable synonyms_of(const QueryOptions& options) {
  return options.synonyms ? SynonymTable::of_archive(options.archive) : SynonymTable();
}

int run_search(const QueryOptions& options) {
  ArchiveReader archive(options.archive);
  SearchRequest request = options.request;
  if (options.only_count || options.only_ids) ask_for_all(request, archive);
  if (options.only_count) request.limit = 1;
  const Page page = Searcher(archive, synonyms_of(options)).search(request);
  if (options.only_count)
    fmt::print("{}\n", page.total);
  else if (options.only_ids)
    for (const Hit& hit : page.hits) fmt::print("{}\n", static_cast<std::uint32_t>(hit.id));
  else
    print_page(page, options.format);
  return page.hits.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
