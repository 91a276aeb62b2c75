#include <chrono>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/stop_signal.h"
#include "common/store/archive_writer.h"
#include "indexer/article_ids.h"
#include "indexer/commands.h"

namespace hemero {

namespace {

constexpr std::size_t batch_size = 8192;  ///< articles a commit

std::vector<ArticleId> selected(const IndexerOptions& options) {
  Selection selection = options.selection;
  if (!options.ids.empty())
    for (const ArticleId id : read_article_ids(options.ids)) selection.ids->push_back(id);
  sqlite::Connection connection = open_catalogue(options.archive, sqlite::Access::read);
  return select_articles(connection, selection);
}

/// What would go: number, date, source and title, a line each.
void list(const IndexerOptions& options, const std::vector<ArticleId>& articles) {
  sqlite::Connection connection = open_catalogue(options.archive, sqlite::Access::read);
  sqlite::Statement row = connection.prepare(
      "SELECT coalesce(date, ''), coalesce(source, ''), replace(title, char(10), ' ') FROM articles WHERE id = ?1");
  for (const ArticleId id : articles) {
    const auto number = static_cast<std::uint32_t>(id);
    if (row.with(number).step()) fmt::print("{}\t{}\t{}\t{}\n", number, row.text(0), row.text(1), row.text(2));
  }
}

struct Outcome {
  std::uint64_t removed = 0;
  std::uint64_t removed_before = 0;
  std::uint64_t unknown = 0;
};

Outcome remove(ArchiveWriter& writer, const std::vector<ArticleId>& articles, const std::string& reason) {
  Progress progress(message("removing"), articles.size(), ProgressUnit::articles);
  Outcome outcome;
  for (const ArticleId id : articles) {
    if (stop_requested()) break;
    switch (writer.remove(id, {reason, true})) {
      case RemoveOutcome::removed:
        if (++outcome.removed % batch_size == 0) writer.commit();
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

}  // namespace

int run_remove(const IndexerOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  require_archive(options.archive);
  ArchiveWriter::Options writer_options;
  writer_options.create = false;
  if (options.dry_run) {
    list(options, selected(options));
    return 0;
  }
  ArchiveWriter writer(options.archive, std::move(writer_options));
  writer.begin_run("remove");
  const Outcome outcome = remove(writer, selected(options), options.reason);
  RunCounts counts;
  counts.removed = outcome.removed;
  writer.finish_run(counts);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{}\n",
             message("{} removed, {} removed before, {} unknown in {:.1f} s", outcome.removed, outcome.removed_before,
                     outcome.unknown, seconds.count()));
  if (stop_requested()) return 130;
  return outcome.unknown > 0 ? 2 : 0;
}

}  // namespace hemero
