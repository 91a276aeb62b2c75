#include "indexer/keeping/backup.h"

#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/size_text.h"
#include "common/base/stop_signal.h"
#include "common/store/backup/backup.h"
#include "common/store/catalogue/damages.h"
#include "common/store/folder/archive_option.h"
#include "indexer/keeping/stoppable_progress.h"

namespace hemero {

Command declare(BackupOptions& options) {
  Command command("backup", message("copy the archive into a folder: what is new since the last time"));
  command.example("hemero-index backup ~/sauvegarde", message("also while “add” is at work"));
  command.argument(message("FOLDER"), CommandOption::Kind::file, options.to,
                   message("where to, best on another disk; nothing but backups of this archive may be there"));
  declare_archive(command, options.archive);
  return command;
}

int run(const BackupOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const CleanStop stop;
  StoppableProgress progress(message("copying"));
  const BackupOutcome outcome = back_up(options.archive, options.to, progress.callback());
  progress.clear();
  if (!outcome.finished) {
    fmt::print(stderr, "{}\n", message("stopped: the backup that {} held before stands", options.to));
    return 130;
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{}\n",
             message("{} articles backed up and read back in {} s: {} copied, {} unchanged", outcome.articles,
                     number_text(seconds.count(), 1), size_text(outcome.copied), size_text(outcome.unchanged)));
  if (!outcome.has_index)
    fmt::print(
        stderr, "{}\n",
        message("The backup has no index, for the archive has none that fits: “hemero-index rebuild” makes it."));
  if (outcome.left_out.empty()) return 0;
  const ArchiveFolder& archive = options.archive;
  fmt::print(stderr, "{}\n", message("{}: left out: {}", archive.user_data().string(), outcome.left_out));
  return exit_partly;
}

}  // namespace hemero
