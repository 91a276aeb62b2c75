#include "indexer/commands/purge.h"

#include <chrono>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/store/archive_writer.h"
#include "indexer/commands/confirmation.h"
#include "indexer/commands/jobs_option.h"

namespace hemero {

namespace {

/// The articles that were removed and are not purged yet.
constexpr std::string_view removed_articles =
    "FROM removal JOIN article ON article.id = article_id WHERE article.version_id IS NULL AND purged IS NULL";

std::uint64_t count_removed(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement count = connection.prepare(fmt::format("SELECT count(DISTINCT article_id) {}", removed_articles));
  count.step();
  return static_cast<std::uint64_t>(count.integer(0));
}

/// What was removed and not purged yet: number, day and reason, a line each.
void list_removed(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows = connection.prepare(
      fmt::format("SELECT article_id, (SELECT started FROM run WHERE run.id = run_id), reason {} ORDER BY article_id",
                  removed_articles));
  while (rows.step()) fmt::print("{}\t{}\t{}\n", rows.integer(0), rows.text(1), rows.text(2));
}

}  // namespace

Command declare(PurgeOptions& options) {
  Command command("purge", message("erase what was removed: texts, words and all traces of them"));
  command.example("hemero-index purge --id 42", message("removed, and erased from the disk"));
  declare_removal(command, options.removal);
  declare_jobs(command, options.jobs);
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
  if (!confirmed(options.yes, Destruction::erase,
                 count_removed(options.archive) + count_current(options.archive, articles)))
    return declined();
  std::optional<Progress> progress;
  ArchiveWriter::Options writer_options;
  writer_options.create = false;
  writer_options.jobs = command.jobs;
  writer_options.on_reindexed = [&](std::uint64_t done, std::uint64_t total) {
    if (!progress) progress.emplace(message("rebuilding"), total, ProgressUnit::articles);
    progress->report(done, done);
  };
  ArchiveWriter writer(options.archive, std::move(writer_options));
  writer.begin_run("purge");
  const RemovalCounts counts = remove_articles(writer, articles, options.reason);
  RunCounts run_counts;
  run_counts.removed = counts.removed;
  writer.finish_run(run_counts);
  const PurgeOutcome outcome = writer.purge();
  progress.reset();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{}\n", message("{} articles erased in {:.1f} s", outcome.articles, seconds.count()));
  if (!outcome.complete)
    fmt::print(stderr, "{}\n",
               message("another program still reads the archive, and with it what was erased: run “hemero-index purge” "
                       "again when it has ended"));
  return counts.unknown > 0 || !outcome.complete ? 2 : 0;
}

}  // namespace hemero
