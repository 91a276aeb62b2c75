#include "query/commands/show.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/searcher.h"
#include "query/commands/named_articles.h"
#include "query/match/copies.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/options/opener.h"
#include "query/render/link.h"
#include "query/render/render.h"
#include "query/render/versions.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

/// What is shown of one article, in lines; nothing when there is no such version, which is told on standard error.
class ArticleView {
 public:
  ArticleView(const ShowOptions& options, CatalogueReader& catalogue, const QueryPlan* plan, const TextStyle& style)
      : options_(options), catalogue_(catalogue), plan_(plan), style_(style) {}

  /// The other articles with the same text.
  std::string printings(const StoredArticle& stored, ArchiveReader& archive) const {
    const std::vector<Hit> printings = printings_of(stored.version, archive);
    return options_.as_json ? render_printings_json(stored.id, printings) + "\n" : render_printings_text(printings);
  }

  std::optional<std::string> of(const StoredArticle& stored) {
    if (!options_.lists_versions && !options_.version && !options_.diff) return render(stored);
    const auto versions = catalogue_.versions(stored.id);
    if (options_.lists_versions) return render(stored.id, versions);
    if (options_.diff) return difference(stored.id, versions);
    const auto version = numbered(versions, *options_.version);
    return version ? std::optional(render(*version)) : std::nullopt;
  }

 private:
  std::string render(const StoredArticle& stored) const {
    std::optional<MarkedQuery> query;
    if (plan_ != nullptr) query = {*options_.query, marks_of(stored.article, *plan_)};
    return options_.as_json ? render_article_json(stored, query) + "\n" : render_article_text(stored, style_, query);
  }

  std::string render(ArticleId id, const std::vector<StoredVersion>& versions) const {
    return options_.as_json ? render_versions_json(static_cast<std::uint32_t>(id), versions) + "\n"
                            : render_versions_text(versions);
  }

  /// The difference between two versions; between the last two when none are named.
  std::optional<std::string> difference(ArticleId id, const std::vector<StoredVersion>& versions) {
    const auto& named = *options_.diff;
    const std::uint64_t to = named.size() == 2 ? named[1] : versions.size();
    const std::uint64_t from = !named.empty() ? named[0] : std::max<std::uint64_t>(to, 2) - 1;
    const auto before = numbered(versions, from);
    const auto after = numbered(versions, to);
    if (!before || !after) return std::nullopt;
    const auto lines = sentence_diff(before->article, after->article);
    return options_.as_json ? render_diff_json(static_cast<std::uint32_t>(id), from, to, lines) + "\n"
                            : render_diff_text(lines, style_);
  }

  /// The version of a number, from 1.
  std::optional<StoredArticle> numbered(const std::vector<StoredVersion>& versions, std::uint64_t number) {
    if (number >= 1 && number <= versions.size()) return catalogue_.articles().version(versions[number - 1].id);
    fmt::print(stderr, "{}\n", message("there is no version {}: the article has {}", number, versions.size()));
    return std::nullopt;
  }

  const ShowOptions& options_;
  CatalogueReader& catalogue_;
  const QueryPlan* plan_;  ///< of the query whose places are marked, if there is one
  const TextStyle& style_;
};

/// Calls `use`, which says whether it could, for each article that is named. False when one was not there or could not
/// be used.
template <typename Use>
bool for_each_named(const ShowOptions& options, CatalogueReader& catalogue, const Use& use) {
  bool complete = true;
  const std::vector<std::string> names = with_listed_names(options.articles);
  for (const std::string& name : names) {
    const auto articles = named_articles(catalogue, name);
    complete = complete && !articles.empty();
    for (const StoredArticle& stored : articles) complete = use(stored) && complete;
  }
  return complete && !names.empty();
}

/// What the words of the query reach in this archive; what there is to say of it is told on standard error.
std::optional<QueryPlan> plan_of(const ShowOptions& options) {
  if (!options.query) return std::nullopt;
  ArchiveReader archive(options.archive);
  Searcher searcher(archive);
  SearchRequest request;
  request.text = *options.query;
  tell_notices(searcher.parse(request).notices);
  QueryPlan plan = searcher.plan(request);
  tell_notices(plan.notices);
  return plan;
}

void open(const StoredArticle& stored) {
  const auto link = link_to(stored.article);
  if (!link)
    throw Error(ErrorCode::bad_data,
                message("the article {} has no address that a browser opens, and its file is not here",
                        static_cast<std::uint32_t>(stored.id)));
  open_link(*link);
}

}  // namespace

Command declare(ShowOptions& options) {
  Command command("show", message("show articles"));
  command.example("hemero-query show 42", message("one article in full"));
  command.example("hemero-query show 42 --diff", message("what its last update changed"));
  command.example("hemero-query show 42 --printings", message("who else printed it, and who did first"));
  command.example("hemero-query show 42 --query 'retraites PRÈS grève'", message("where the words of a query stand"));
  command.example("hemero-query show 42 --open", message("the page it came from, in the browser"));
  command.example("hemero-query search --ids titre:grève | hemero-query show -", message("all that a query finds"));
  command.arguments(message("ARTICLE"), options.articles,
                    message("its number, its key or its address; - for a list on the standard input"));
  command.json_format(options.as_json);
  command.flag("--versions", options.lists_versions, message("list its versions"));
  command.number("--version", 0, UINT64_MAX, options.version, message("show the version of this number"))
      .excludes({"--versions"});
  command.flag("--printings", options.lists_printings, message("list the articles with the same text, the first first"))
      .excludes({"--versions", "--version"});
  command
      .numbers("--diff", "[N [M]]", 0, 2, options.diff, message("what changed between two versions, else the last two"))
      .excludes({"--versions", "--version", "--printings"});
  command
      .text("--query", message("QUERY"), options.query,
            message("mark and number every place where the words of this query stand"))
      .excludes({"--versions", "--diff", "--printings"})
      .only_typed();
  command.flag("--open", options.opens, message("open its address or its file in $BROWSER"))
      .excludes({"--versions", "--version", "--printings", "--diff", "--format", "--query"});
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const ShowOptions& options) {
  const std::optional<QueryPlan> plan = plan_of(options);
  CatalogueReader catalogue(options.archive);
  std::optional<ArchiveReader> archive;
  if (options.lists_printings) archive.emplace(options.archive);
  bool complete = true;
  const auto render = [&](const TextStyle& style) {
    std::string text;
    complete = for_each_named(options, catalogue, [&](const StoredArticle& stored) {
      ArticleView view(options, catalogue, plan ? &*plan : nullptr, style);
      const auto part = archive ? std::optional(view.printings(stored, *archive)) : view.of(stored);
      if (!text.empty() && part && !options.as_json) text += "\n" + rule(style) + "\n";
      text += part.value_or("");
      return part.has_value();
    });
    return text;
  };
  if (options.opens)
    complete = for_each_named(options, catalogue, [](const StoredArticle& stored) { return open(stored), true; });
  else if (options.as_json)
    fmt::print("{}", render({}));
  else
    show_text(options.display, render);
  return tell_damages(catalogue.damages(), complete ? 0 : exit_no_hit);
}

}  // namespace hemero
