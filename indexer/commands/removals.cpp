#include "indexer/commands/removals.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/stop_signal.h"
#include "common/store/catalogue/source_names.h"
#include "common/store/folder/archive_option.h"
#include "common/text/characters/one_line.h"
#include "indexer/commands/article_ids.h"
#include "indexer/commands/matching_ids.h"

namespace hemero {

namespace {

/// Says when there is no such source: only its exact name destroys, where a search takes what readers type.
void tell_unknown(const ArchiveFolder& archive, const std::string& source) {
  const std::vector<std::string> names = source_names(archive);
  if (std::find(names.begin(), names.end(), source) == names.end())
    fmt::print(stderr, "{}\n", message("Note: {}", unknown_source(source, names)));
}

}  // namespace

void declare_removal(Command& command, RemovalOptions& options) {
  Selection& selection = options.selection;
  command.heading(message("Which articles"));
  command
      .numbers("--id", "N…", 1, UINT16_MAX, selection.ids, message("numbers of articles, as hemero-query prints them"))
      .only_typed();
  command
      .file("--ids", message("FILE"), options.ids,
            message("a file with such numbers, one a line; - for the standard input"))
      .only_typed();
  command.text("--query", message("QUERY"), options.query, message("what hemero-query finds by this query"))
      .only_typed();
  command.flag("--all", options.all, message("also by a query that only excludes, and so finds all the rest"))
      .needs("--query")
      .only_typed();
  command.text("--source", message("NAME"), selection.source, message("articles of this source")).only_typed().read =
      [&selection](const auto& values) {
        if (!values.back().empty()) selection.source = values.back();
      };
  command.date("--before", selection.before, message("articles published before this day, month or year")).only_typed();
  command.heading({});
  command.text("--reason", message("TEXT"), options.reason, message("why, for those who ask later")).only_typed();
  command.flag("--dry-run", options.dry_run, message("list the articles, change nothing")).only_typed();
  command.flag("--yes", options.yes, message("do not ask; needed where there is no terminal to ask on")).only_typed();
  declare_archive(command, options.archive);
}

std::vector<ArticleId> selected_articles(const RemovalOptions& options) {
  Selection selection = options.selection;
  if (!selection.ids && !(options.ids.empty() && options.query.empty())) selection.ids.emplace();
  if (!options.ids.empty())
    for (const ArticleId id : read_article_ids(*open_input(options.ids), options.ids)) selection.ids->push_back(id);
  if (!options.query.empty())
    for (const ArticleId id : matching_ids(options.archive, options.query, options.all || options.dry_run))
      selection.ids->push_back(id);
  if (selection.source) tell_unknown(options.archive, *selection.source);
  return select_articles(options.archive, selection);
}

Doomed doomed_articles(const ArchiveFolder& archive, const std::vector<ArticleId>& articles) {
  Doomed doomed;
  list_current(archive, articles, [&](const ListedArticle& article) {
    if (doomed.articles++ < shown_titles) doomed.titles.emplace_back(article.title);
  });
  return doomed;
}

std::string removing_command(const RemovalOptions& options) {
  constexpr std::size_t most_ids = 8;
  std::string told = "remove";
  if (options.selection.ids) {
    const auto& ids = *options.selection.ids;
    told += " --id";
    for (std::size_t i = 0; i < std::min(ids.size(), most_ids); ++i)
      told += fmt::format(" {}", static_cast<std::uint32_t>(ids[i]));
    if (ids.size() > most_ids) told += " …";
  }
  if (!options.ids.empty()) told += " --ids " + options.ids;
  if (!options.query.empty()) told += fmt::format(" --query '{}'", options.query);
  if (options.selection.source) told += fmt::format(" --source '{}'", *options.selection.source);
  if (options.selection.before) told += " --before " + to_iso(*options.selection.before);
  if (!options.reason.empty()) told += fmt::format(" --reason '{}'", options.reason);
  return told;
}

void list_articles(const ArchiveFolder& archive, const std::vector<ArticleId>& articles) {
  list_current(archive, articles, [](const ListedArticle& article) {
    fmt::print("{}\t{}\t{}\t{}\n", static_cast<std::uint32_t>(article.id), article.date, one_line(article.source),
               one_line(article.title));
  });
}

RemovalCounts remove_articles(Run& run, const std::vector<ArticleId>& articles, const std::string& reason) {
  Progress progress(message("removing"), articles.size(), ProgressUnit::articles);
  RemovalCounts outcome;
  for (const ArticleId id : articles) {
    if (stop_requested()) break;
    switch (run.remove(id, {reason, true})) {
      case RemoveOutcome::removed:
        if (++outcome.removed % articles_per_commit == 0) run.commit();
        break;
      case RemoveOutcome::removed_before:
        ++outcome.removed_before;
        break;
      case RemoveOutcome::unknown:
        ++outcome.unknown;
        progress.clear();
        fmt::print(stderr, "{}\n", message("there is no article {}", static_cast<std::uint32_t>(id)));
        break;
    }
    progress.report(outcome.removed, outcome.removed);
  }
  return outcome;
}

}  // namespace hemero
