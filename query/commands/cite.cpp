#include "query/commands/cite.h"

#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/hit_reader.h"
#include "query/commands/named_articles.h"
#include "query/exports/press_citation.h"
#include "query/options/exit_status.h"

namespace hemero {

namespace {

/// The articles that are named; `complete` is false when one is not there.
std::vector<Hit> cited_articles(const CiteOptions& options, CatalogueReader& catalogue, bool& complete) {
  std::vector<Hit> hits;
  for (const std::string& name : with_listed_names(options.articles)) {
    auto named = named_articles(catalogue, name);
    complete = complete && !named.empty();
    for (StoredArticle& stored : named) hits.push_back(hit_of(std::move(stored), catalogue.articles()));
  }
  complete = complete && !hits.empty();
  return hits;
}

std::string citations(const std::vector<Hit>& hits, const TextStyle& style) {
  std::string text;
  for (const Hit& hit : hits)
    text += (style.colour ? press_citation(hit, "\x1b[3m", "\x1b[23m") : press_citation(hit)) + "\n";
  return text;
}

}  // namespace

Command declare(CiteOptions& options) {
  using Form = NamedValue<RowFormat>;
  Command command("cite", message("cite articles as French prints it, or for programs that keep references"));
  command.example("hemero-query cite 42", message("author, title, newspaper, date, address, version"));
  command.example("hemero-query search --ids titre:grève | hemero-query cite --format ris -",
                  message("all that a query finds, for Zotero"));
  command.arguments(message("ARTICLE"), options.articles,
                    message("its number, its key or its address; - for a list on the standard input"));
  command.word("--format",
               std::vector{Form{"text", RowFormat::text}, Form{"ris", RowFormat::ris},
                           Form{"csl-json", RowFormat::csl_json}, Form{"bibtex", RowFormat::bibtex}},
               options.format, message("form of what is printed"));
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const CiteOptions& options) {
  CatalogueReader catalogue(options.archive);
  bool complete = true;
  const std::vector<Hit> hits = cited_articles(options, catalogue, complete);
  if (options.format == RowFormat::text)
    show_text(options.display, [&](const TextStyle& style) { return citations(hits, style); });
  else
    print_rows(hits, {options.format}, origin_now(catalogue.uuid(), catalogue.last_batch(), ""));
  return tell_damages(catalogue.damages(), complete ? 0 : exit_no_hit);
}

}  // namespace hemero
