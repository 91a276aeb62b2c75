#include "indexer/commands/purge.h"

#include <chrono>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/stop_signal.h"
#include "common/base/visible.h"
#include "common/store/catalogue/eraser.h"
#include "common/store/writing/archive_writer.h"
#include "common/text/characters/one_line.h"
#include "indexer/commands/confirmation.h"

namespace hemero {

namespace {

/// What was removed and not purged yet: number, day, reason and title, a line each.
void list_removed(const ArchiveFolder& folder) {
  for (const RemovedArticle& article : removed_articles(folder))
    fmt::print("{}\t{}\t{}\t{}\n", static_cast<std::uint32_t>(article.id), article.removed, visible(article.reason),
               one_line(article.title));
}

/// These articles, and all that were removed before.
Doomed doomed_with_removed(const ArchiveFolder& folder, const std::vector<ArticleId>& articles) {
  Doomed doomed = doomed_articles(folder, articles);
  doomed.articles += count_removed(folder);
  std::optional<ArticleId> last;
  for (const RemovedArticle& article : removed_articles(folder)) {
    if (doomed.titles.size() == shown_titles) break;
    if (article.id != last) doomed.titles.push_back(article.title);
    last = article.id;
  }
  return doomed;
}

/// Asks; Ctrl-C is no answer. What comes then ends at once by it, and the next writer goes on.
bool agreed(const RemovalOptions& options, const std::vector<ArticleId>& articles) {
  const CleanStop stop;
  return confirmed(options.yes, Destruction::erase, doomed_with_removed(options.archive, articles)) &&
         !stop_requested();
}

}  // namespace

Command declare(PurgeOptions& options) {
  Command command("purge", message("erase what was removed: texts, words and all traces of them"));
  command.example("hemero-index purge --id 42", message("removed, and erased from the disk"));
  declare_removal(command, options.removal);
  declare_work(command, options.work);
  return command;
}

int run(const PurgeOptions& command) {
  const RemovalOptions& options = command.removal;
  const auto start = std::chrono::steady_clock::now();
  require_archive(options.archive);
  std::vector<ArticleId> articles;
  if (!options.says_nothing()) articles = selected_articles(options);
  if (options.dry_run) {
    list_removed(options.archive);
    list_articles(options.archive, articles);
    return 0;
  }
  if (!agreed(options, articles)) return declined();
  std::optional<Progress> progress;
  ArchiveWriter::Options writer_options;
  writer_options.create = false;
  command.work.apply(writer_options);
  writer_options.on_indexed = [&](std::uint64_t done, std::uint64_t total) {
    if (!progress) progress.emplace(message("rebuilding"), total, ProgressUnit::articles);
    progress->report(done, done);
  };
  ArchiveWriter writer(options.archive, std::move(writer_options));
  Purge purge = writer.purge();
  const RemovalCounts counts = remove_articles(purge.run(), articles, options.reason);
  RunCounts run_counts;
  run_counts.removed = counts.removed;
  const PurgeOutcome outcome = purge.finish(run_counts);
  progress.reset();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{}\n",
             outcome.articles == 1
                 ? message("1 article erased in {} s", number_text(seconds.count(), 1))
                 : message("{} articles erased in {} s", outcome.articles, number_text(seconds.count(), 1)));
  if (!outcome.complete)
    fmt::print(stderr, "{}\n",
               message("another program still reads the archive, and with it what was erased: run “hemero-index purge” "
                       "again when it has ended"));
  return tell_damages(writer.damages(), counts.unknown > 0 || !outcome.complete ? exit_partly : 0);
}

}  // namespace hemero
