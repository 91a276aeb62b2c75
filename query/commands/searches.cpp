#include "query/commands/searches.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/names/near_words.h"
#include "common/base/visible.h"
#include "common/store/folder/archive_option.h"
#include "common/store/user/saved_searches.h"
#include "query/answer/time_limit.h"
#include "query/commands/news.h"
#include "query/kept/saved_news.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/options/user_data_option.h"
#include "query/report/report_maker.h"

namespace hemero {

namespace {

using Action = SearchesOptions::Action;

std::string list_text(const std::vector<SavedSearch>& saved) {
  std::string text;
  for (const SavedSearch& each : saved)
    text += fmt::format("{}\t{}\t{}\t{}\n", visible(each.name), each.articles, each.told,
                        visible(to_arguments(from_address(each.request))));
  return text;
}

std::string list_json(const std::vector<SavedSearch>& saved) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("searches").begin_array();
  for (const SavedSearch& each : saved) {
    json.begin_object().member("name", each.name).member("request", each.request).member("created", each.created);
    json.member("told", each.told).member("articles", each.articles).end_object();
  }
  json.end_array().end_object();
  return text + "\n";
}

int list(const SearchesOptions& options, SavedSearches& searches) {
  const std::vector<SavedSearch> saved = searches.list();
  if (options.search.form.format == RowFormat::json)
    fmt::print("{}", list_json(saved));
  else
    show_text(options.search.display, [&](const TextStyle&) { return list_text(saved); });
  if (!saved.empty()) return 0;
  fmt::print(stderr, "{}\n", message("no search is saved: “hemero-query searches save NAME QUERY” saves one"));
  return exit_no_hit;
}

/// Throws Error (usage): what is done is done to a search that there is.
[[noreturn]] void refuse_unknown(const std::string& name, SavedSearches& searches) {
  std::vector<std::string> names;
  for (const SavedSearch& each : searches.list()) names.push_back(each.name);
  const std::vector<std::string> near = near_words(name, names);
  throw Error(
      ErrorCode::usage, message("no search is saved as “{}”", name),
      near.empty() ? message("“hemero-query searches” lists them") : message("did you mean “{}”?", near.front()));
}

SavedSearch known(const std::string& name, SavedSearches& searches) {
  const auto saved = searches.find(name);
  if (!saved) refuse_unknown(name, searches);
  return *saved;
}

Error taken(const std::string& name) {
  return {ErrorCode::usage, message("a search is saved as “{}” already", name),
          message("choose another name, or “hemero-query searches delete {}” first", shell_word(name))};
}

int save(const SearchesOptions& options, SavedSearches& searches) {
  const SearchOptions& search = options.search;
  if (searches.find(options.name)) throw taken(options.name);
  const AskedSearch asked{search.request, search.synonyms};
  ArchiveReader archive(search.archive, time_to_open(search.request.deadline), ArchiveReader::Use::count);
  Searcher searcher(archive, synonyms_of(search.archive, asked.synonyms));
  const auto report = make_report(asked, archive, searcher);
  if (!report) return tell_cut_short(asked.request);
  if (!searches.save(options.name, report->request, told_state(*report))) throw taken(options.name);
  fmt::print(stderr, "{}\n",
             message("saved as “{}”: {} articles now; “searches run --new” tells what comes", options.name,
                     number_text(report->articles.size())));
  return 0;
}

int rename(const SearchesOptions& options, SavedSearches& searches) {
  const std::string& new_name = options.search.request.text;
  known(options.name, searches);
  if (!searches.rename(options.name, new_name)) throw taken(new_name);
  return 0;
}

int remove(const SearchesOptions& options, SavedSearches& searches) {
  known(options.name, searches);
  searches.remove(options.name);
  return 0;
}

int show_all(const SearchesOptions& options, const SavedSearch& saved) {
  SearchOptions search = options.search;
  AskedSearch asked = asked_of(saved, search.request);
  search.request = std::move(asked.request);
  search.synonyms = asked.synonyms;
  return run(search);
}

int show(const SearchesOptions& options, SavedSearches& searches) {
  if (!options.only_new) return show_all(options, known(options.name, searches));
  const auto asked = options.name.empty() ? searches.list() : std::vector{known(options.name, searches)};
  return asked.empty() ? list(options, searches) : tell_news(options.search, asked, searches);
}

void check(const SearchesOptions& options) {
  const RowFormat format = options.search.form.format;
  const bool list = options.action == Action::list;
  const bool needs_name = !list && !(options.action == Action::run && options.only_new);
  if (needs_name && options.name.empty()) throw Error(ErrorCode::usage, message("{} is missing", message("NAME")));
  if (options.action == Action::save) require_name(options.name);
  if (options.action == Action::rename) require_name(options.search.request.text);
  if (list && !options.search.form.columns.empty())
    throw Error(ErrorCode::usage, message("--fields: this format has fields of its own"));
  const bool may_be_feed = options.only_new && !options.name.empty();
  if ((list || options.only_new) && format > RowFormat::json && !(may_be_feed && format == RowFormat::atom))
    throw Error(ErrorCode::usage, list ? message("--format: saved searches are listed as text or JSON")
                                       : message("--format: what is new is told as text or JSON, of one search as Atom "
                                                 "too"));
}

void declare_save(Command& command, SearchesOptions& options) {
  command.only_for({"save", "rename"});
  command
      .query(message("QUERY"), options.search.request.text,
             message("of save: as for search; without words, every article. Of rename: the new name"))
      .required = false;
  command.heading(message("save: which articles"));
  command.only_for({"save"});
  declare_words(command, options.search.request, options.search.synonyms);
  declare_restrictions(command, options.search.request);
  command.heading({});
  command.only_for({"save", "run"});
  declare_deadline(command, options.search.request.deadline);
}

void declare_run(Command& command, SearchesOptions& options) {
  command.heading(message("run: what is shown"));
  command.only_for({"run"});
  command
      .flag("--new", options.only_new, message("what is new since it was told last, each once; without NAME, of all"))
      .excludes({"--copies", "--limit", "--offset", "--sort", "--recency", "--snippets", "--explain", "--count",
                 "--ids", "--selective", "--facets", "--fields", "--raw"})
      .only_typed();
  declare_copies(command, options.search);
  declare_shown(command, options.search);
  command.heading({});
  command.only_for({"list", "run"});
  declare_rows(command, options.search.form);
  declare_display(command, options.search.display);
}

}  // namespace

Command declare(SearchesOptions& options) {
  using Word = NamedValue<Action>;
  Command command("searches", message("keep searches under names, and tell what is new of them"));
  command.example("hemero-query searches save greve --from 2019 'grève sncf'",
                  message("from now on it is the search “greve”"));
  command.example("hemero-query searches run --new", message("what is new of all that are saved: for cron"));
  command.example("hemero-query searches run greve -n all --format csv",
                  message("all that it finds, as search has it"));
  command.word(message("ACTION"),
               std::vector{Word{"list", Action::list}, Word{"save", Action::save}, Word{"run", Action::run},
                           Word{"rename", Action::rename}, Word{"delete", Action::remove}},
               options.action, message("what is done"));
  declare_user_data(command, options.search.request.user_data);
  command.only_for({"save", "run", "rename", "delete"});
  command.optional_argument(message("NAME"), CommandOption::Kind::text, options.name,
                            message("of the search, as you like"));
  declare_save(command, options);
  declare_run(command, options);
  command.only_for({});
  declare_archive(command, options.search.archive);
  command.check([&options] { check(options); });
  return command;
}

int run(const SearchesOptions& options) {
  require_archive(options.search.archive);
  SavedSearches searches(user_data_file(options.search.request.user_data, options.search.archive),
                         options.action == Action::save ? Missing::make : Missing::leave);
  switch (options.action) {
    case Action::list:
      return list(options, searches);
    case Action::save:
      return save(options, searches);
    case Action::run:
      return show(options, searches);
    case Action::rename:
      return rename(options, searches);
    case Action::remove:
      return remove(options, searches);
  }
  return 0;
}

}  // namespace hemero
