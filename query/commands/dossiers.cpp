#include "query/commands/dossiers.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/dates/time_stamp.h"
#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/names/near_words.h"
#include "common/base/visible.h"
#include "common/store/folder/archive_option.h"
#include "common/store/user/dossiers.h"
#include "query/answer/time_limit.h"
#include "query/commands/dossier_view.h"
#include "query/commands/named_articles.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/options/user_data_option.h"
#include "query/report/report_maker.h"

namespace hemero {

namespace {

using Action = DossiersOptions::Action;

bool asks_for_search(const DossiersOptions& options) { return !to_address(options.found).empty(); }

std::string list_json(const std::vector<Dossier>& dossiers) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("dossiers").begin_array();
  for (const Dossier& each : dossiers)
    json.begin_object()
        .member("name", each.name)
        .member("created", each.created)
        .member("articles", each.articles)
        .end_object();
  json.end_array().end_object();
  return text + "\n";
}

std::string list_text(const std::vector<Dossier>& dossiers) {
  std::string text;
  for (const Dossier& each : dossiers) text += fmt::format("{}\t{}\n", visible(each.name), each.articles);
  return text;
}

int list(const DossiersOptions& options, Dossiers& dossiers) {
  const std::vector<Dossier> all = dossiers.list();
  if (options.form.format == RowFormat::json)
    fmt::print("{}", list_json(all));
  else
    show_text(options.display, [&](const TextStyle&) { return list_text(all); });
  if (!all.empty()) return 0;
  fmt::print(stderr, "{}\n", message("there is no dossier: “hemero-query dossiers add NAME ARTICLE” makes one"));
  return exit_no_hit;
}

/// Throws Error (usage) when there is no such dossier.
void require_known(const std::string& name, Dossiers& dossiers) {
  if (dossiers.find(name)) return;
  std::vector<std::string> names;
  for (const Dossier& each : dossiers.list()) names.push_back(each.name);
  const std::vector<std::string> near = near_words(name, names);
  throw Error(
      ErrorCode::usage, message("there is no dossier “{}”", name),
      near.empty() ? message("“hemero-query dossiers” lists them") : message("did you mean “{}”?", near.front()));
}

/// Adds what is named; false when one is not there.
bool add_named(const DossiersOptions& options, std::vector<DossierArticle>& articles) {
  CatalogueReader catalogue(options.archive);
  bool complete = true;
  for (const std::string& name : with_listed_names(options.articles)) {
    const auto named = named_articles(catalogue, name);
    complete = complete && !named.empty();
    for (const StoredArticle& stored : named)
      articles.push_back({stored.article.key, stored.id, hash_text(stored.content), {}, {}, {}});
  }
  return complete;
}

/// Adds all that is found; false when the time was over before.
bool add_found(const DossiersOptions& options, std::vector<DossierArticle>& articles) {
  ArchiveReader archive(options.archive, time_to_open(options.found.request.deadline), ArchiveReader::Use::count);
  Searcher searcher(archive, synonyms_of(options.archive, options.found.synonyms));
  const auto report = make_report(options.found, archive, searcher);
  if (!report) return false;
  tell_notices(report->notices);
  for (const ReportedArticle& each : report->articles)
    articles.push_back({each.key, each.id, each.content, {}, {}, {}});
  return true;
}

int add(const DossiersOptions& options, Dossiers& dossiers) {
  std::vector<DossierArticle> articles;
  const bool complete = add_named(options, articles);
  if (asks_for_search(options) && !add_found(options, articles)) return tell_cut_short(options.found.request);
  auto transaction = dossiers.begin();
  std::uint64_t fresh = 0;
  for (DossierArticle& each : articles) {
    each.added = to_iso(date_now());
    each.note = options.note;
    each.tags = options.tags;
    if (dossiers.put(options.name, each)) ++fresh;
  }
  transaction.commit();
  const auto dossier = dossiers.find(options.name);
  fmt::print(stderr, "{}\n",
             message("dossier “{}”: {} articles more, {} in all", visible(options.name), number_text(fresh),
                     number_text(dossier ? dossier->articles : 0)));
  return complete && !articles.empty() ? 0 : exit_no_hit;
}

/// The keys that a name means of the articles in a dossier: one of theirs, also of an article that is gone, or those of
/// what is in the archive.
std::vector<std::string> meant_keys(const std::string& name, const std::vector<DossierArticle>& filed,
                                    CatalogueReader& catalogue) {
  if (std::any_of(filed.begin(), filed.end(), [&](const DossierArticle& each) { return each.key == name; }))
    return {name};
  std::vector<std::string> keys;
  for (const StoredArticle& stored : named_articles(catalogue, name)) keys.push_back(stored.article.key);
  return keys;
}

/// Takes an article out, or only tags off it; false when it had none of that.
bool take(const DossiersOptions& options, const std::string& key, Dossiers& dossiers) {
  if (options.tags.empty()) return dossiers.take_out(options.name, key);
  bool taken = false;
  for (const std::string& tag : options.tags) taken = dossiers.take_off(options.name, key, tag) || taken;
  return taken;
}

int remove(const DossiersOptions& options, Dossiers& dossiers) {
  CatalogueReader catalogue(options.archive);
  const std::vector<DossierArticle> filed = dossiers.articles(options.name);
  bool complete = true;
  auto transaction = dossiers.begin();
  for (const std::string& name : with_listed_names(options.articles)) {
    bool taken = false;
    for (const std::string& key : meant_keys(name, filed, catalogue)) taken = take(options, key, dossiers) || taken;
    if (!taken) fmt::print(stderr, "{}\n", message("there is nothing of {} in the dossier", visible(name)));
    complete = complete && taken;
  }
  transaction.commit();
  return complete ? 0 : exit_no_hit;
}

std::string new_name(const DossiersOptions& options) { return fmt::format("{}", fmt::join(options.articles, " ")); }

int rename(const DossiersOptions& options, Dossiers& dossiers) {
  if (!dossiers.rename(options.name, new_name(options)))
    throw Error(ErrorCode::usage, message("there is a dossier “{}” already", new_name(options)));
  return 0;
}

void check(const DossiersOptions& options) {
  const auto missing = [](const std::string& what) { return Error(ErrorCode::usage, message("{} is missing", what)); };
  if (options.action != Action::list && options.name.empty()) throw missing(message("NAME"));
  const bool takes_articles = options.action == Action::add || options.action == Action::remove;
  if (takes_articles && options.articles.empty() && !asks_for_search(options)) throw missing(message("ARTICLE"));
  if (options.action == Action::add) require_name(options.name);
  if (options.action == Action::rename) require_name(new_name(options));
  const RowForm& form = options.form;
  if (options.action == Action::list && (form.format > RowFormat::json || !form.columns.empty()))
    throw Error(ErrorCode::usage, message("--format: dossiers are listed as text or JSON"));
  if (form.format == RowFormat::json && !form.columns.empty())
    throw Error(ErrorCode::usage, message("--fields: this format has fields of its own"));
}

void declare_add(Command& command, DossiersOptions& options) {
  command.heading(message("add: what is added"));
  command.only_for({"add"});
  command
      .text("--query", message("QUERY"), options.found.request.text,
            message("every article that this finds now, under the options below"))
      .only_typed();
  declare_matching(command, options.found.request, options.found.synonyms);
  declare_restrictions(command, options.found.request);
  command.text("--note", message("TEXT"), options.note, message("what you have to say of these articles")).only_typed();
  command.heading({});
  command.only_for({"add", "remove", "show"});
  command
      .texts(
          "--tag", message("WORD"),
          [&options](const std::string& tag) {
            require_name(tag);
            options.tags.push_back(tag);
          },
          message("add: for these articles; remove: take this off them alone; show: only articles that have it"))
      .only_typed();
}

}  // namespace

Command declare(DossiersOptions& options) {
  using Word = NamedValue<Action>;
  Command command("dossiers", message("gather articles in dossiers, with tags and notes"));
  command.example("hemero-query dossiers add greve 42 43 --tag urgent", message("two articles, with a tag"));
  command.example("hemero-query dossiers add greve --query 'titre:grève' --from 2019",
                  message("all that is found now"));
  command.example("hemero-query search --dossier greve sncf",
                  message("search in a dossier; all commands that search can"));
  command.example("hemero-query dossiers show greve --format ris > greve.ris", message("for Zotero; as all formats"));
  command.word(message("ACTION"),
               std::vector{Word{"list", Action::list}, Word{"add", Action::add}, Word{"remove", Action::remove},
                           Word{"show", Action::show}, Word{"rename", Action::rename}, Word{"delete", Action::erase}},
               options.action, message("what is done"));
  declare_user_data(command, options.found.request.user_data);
  command.only_for({"add", "remove", "show", "rename", "delete"});
  command.optional_argument(message("NAME"), CommandOption::Kind::text, options.name,
                            message("of the dossier, as you like"));
  command.only_for({"add", "remove", "rename"});
  command
      .arguments(message("ARTICLE"), options.articles,
                 message("its number, its key or its address; - for a list on the standard input. Of rename: the new "
                         "name"))
      .required = false;
  declare_add(command, options);
  command.only_for({"list", "show"});
  declare_rows(command, options.form);
  declare_display(command, options.display);
  command.only_for({});
  declare_archive(command, options.archive);
  command.check([&options] { check(options); });
  return command;
}

int run(const DossiersOptions& options) {
  require_archive(options.archive);
  Dossiers dossiers(user_data_file(options.found.request.user_data, options.archive),
                    options.action == Action::add ? Missing::make : Missing::leave);
  if (options.action == Action::list) return list(options, dossiers);
  if (options.action == Action::add) return add(options, dossiers);
  require_known(options.name, dossiers);
  if (options.action == Action::remove) return remove(options, dossiers);
  if (options.action == Action::show) return show_dossier(options, dossiers);
  if (options.action == Action::rename) return rename(options, dossiers);
  dossiers.remove(options.name);
  return 0;
}

}  // namespace hemero
