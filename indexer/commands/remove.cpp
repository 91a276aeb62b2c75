#include "indexer/commands/remove.h"

#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/writing/archive_writer.h"
#include "indexer/commands/confirmation.h"

namespace hemero {

namespace {

/// Numbers are what somebody has looked at; who describes articles may not know how many these are.
bool names_only_numbers(const RemovalOptions& options) {
  return options.query.empty() && (options.selection.ids || !options.ids.empty());
}

}  // namespace

Command declare(RemoveOptions& options) {
  Command command("remove", message("take articles back: no search finds them any more"));
  command.example("hemero-index remove --id 42 --reason retractation",
                  message("an article that nobody shall find any more"));
  command.example("hemero-index remove --query 'titre:météo' --dry-run",
                  message("what a query finds, to be looked at first"));
  declare_removal(command, options.removal);
  command.check([&options] {
    if (options.removal.says_nothing())
      throw Error(ErrorCode::usage, message("no article is named"),
                  message("say which with --id, --ids, --query, --source or --before"));
  });
  return command;
}

int run(const RemoveOptions& command) {
  const RemovalOptions& options = command.removal;
  const auto start = std::chrono::steady_clock::now();
  require_archive(options.archive);
  const std::vector<ArticleId> articles = selected_articles(options);
  if (options.dry_run) {
    list_articles(options.archive, articles);
    return 0;
  }
  const CleanStop stop;
  if (!names_only_numbers(options) &&
      !confirmed(options.yes, Destruction::remove, doomed_articles(options.archive, articles)))
    return declined();
  ArchiveWriter writer(options.archive, {.create = false});
  Run run = writer.begin(removing_command(options));
  const RemovalCounts outcome = remove_articles(run, articles, options.reason);
  RunCounts counts;
  counts.removed = outcome.removed;
  run.finish(counts);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{}\n",
             message("{} removed, {} removed before, {} unknown in {} s", outcome.removed, outcome.removed_before,
                     outcome.unknown, number_text(seconds.count(), 1)));
  if (stop_requested()) return 130;
  return tell_damages(writer.damages(), outcome.unknown > 0 ? exit_partly : 0);
}

}  // namespace hemero
