#include "query/commands/show.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/commands/terminal.h"
#include "query/render/versions.h"

namespace hemero {

namespace {

/// Why there is no such article, on standard error.
int tell_missing(CatalogueReader& catalogue, ArticleId id) {
  const auto number = static_cast<std::uint32_t>(id);
  const auto removal = catalogue.removal(id);
  if (!removal)
    fmt::print(stderr, "{}\n", message("there is no article {}", number));
  else if (removal->reason.empty())
    fmt::print(stderr, "{}\n", message("the article {} was removed on {}", number, removal->removed));
  else
    fmt::print(stderr, "{}\n",
               message("the article {} was removed on {}: {}", number, removal->removed, removal->reason));
  return exit_no_hit;
}

void print(const ShowOptions& options, const StoredArticle& stored) {
  if (options.as_json)
    fmt::print("{}\n", render_article_json(stored));
  else
    fmt::print("{}", render_article_text(stored, terminal_style()));
}

/// The version of a number, from 1; nothing when there is none, which is said.
std::optional<StoredArticle> numbered(ArticleReader& articles, const std::vector<StoredVersion>& versions,
                                      std::uint64_t number) {
  if (number >= 1 && number <= versions.size()) return articles.version(versions[number - 1].id);
  fmt::print(stderr, "{}\n", message("there is no version {}: the article has {}", number, versions.size()));
  return std::nullopt;
}

int print_versions(const ShowOptions& options, const std::vector<StoredVersion>& versions) {
  if (options.as_json)
    fmt::print("{}\n", render_versions_json(options.article, versions));
  else
    fmt::print("{}", render_versions_text(versions));
  return 0;
}

/// The difference between two versions; between the last two when none are named.
int print_diff(const ShowOptions& options, ArticleReader& articles, const std::vector<StoredVersion>& versions) {
  const auto& named = *options.diff;
  const std::uint64_t to = named.size() == 2 ? named[1] : versions.size();
  const std::uint64_t from = !named.empty() ? named[0] : std::max<std::uint64_t>(to, 2) - 1;
  const auto before = numbered(articles, versions, from);
  const auto after = numbered(articles, versions, to);
  if (!before || !after) return exit_no_hit;
  const auto lines = sentence_diff(before->article, after->article);
  if (options.as_json)
    fmt::print("{}\n", render_diff_json(options.article, from, to, lines));
  else
    fmt::print("{}", render_diff_text(lines, terminal_style()));
  return 0;
}

}  // namespace

Command declare(ShowOptions& options) {
  Command command("show", message("show one article"));
  command.example("hemero-query show 42", message("one article in full"));
  command.example("hemero-query show 42 --diff", message("what its last update changed"));
  command.number_argument(message("ID"), options.article, message("its number, as search prints it"));
  command.json_format(options.as_json);
  command.flag("--versions", options.lists_versions, message("list its versions"));
  command.number("--version", 0, UINT64_MAX, options.version, message("show the version of this number"))
      .excludes({"--versions"});
  command
      .numbers("--diff", "[N [M]]", 0, 2, options.diff, message("what changed between two versions, else the last two"))
      .excludes({"--versions", "--version"});
  declare_archive(command, options.archive);
  return command;
}

int run(const ShowOptions& options) {
  CatalogueReader catalogue(options.archive);
  ArticleReader& articles = catalogue.articles();
  const ArticleId id{options.article};
  const auto stored = articles.article(id);
  if (!stored) return tell_missing(catalogue, id);
  if (!options.lists_versions && !options.version && !options.diff) {
    print(options, *stored);
    return 0;
  }
  const auto versions = catalogue.versions(id);
  if (options.lists_versions) return print_versions(options, versions);
  if (options.diff) return print_diff(options, articles, versions);
  const auto version = numbered(articles, versions, *options.version);
  if (!version) return exit_no_hit;
  print(options, *version);
  return 0;
}

}  // namespace hemero
