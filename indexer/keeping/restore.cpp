#include "indexer/keeping/restore.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/backup/restore.h"
#include "common/store/folder/archive_option.h"
#include "indexer/keeping/stoppable_progress.h"

namespace hemero {

namespace {

int stopped() {
  fmt::print(stderr, "{}\n", message("stopped: there is no archive yet; the same command begins again"));
  return 130;
}

bool has_index(const BackupManifest& manifest) {
  return std::any_of(manifest.files.begin(), manifest.files.end(),
                     [](const BackupFile& file) { return file.name.starts_with("index/"); });
}

}  // namespace

Command declare(RestoreOptions& options) {
  Command command("restore", message("make an archive of a backup, in a folder that has none"));
  command.example("hemero-index restore -a ~/retour ~/sauvegarde",
                  message("the archive as it was when the backup was made"));
  command.example("hemero-index restore --dry-run ~/sauvegarde", message("whether the backup is whole"));
  command.argument(message("FOLDER"), CommandOption::Kind::file, options.from,
                   message("what “hemero-index backup” wrote"));
  command.flag("--dry-run", options.dry_run, message("only read the backup and compare it with its hashes"));
  declare_archive(command, options.archive);
  return command;
}

int run(const RestoreOptions& options) {
  const CleanStop stop;
  StoppableProgress checking(message("reading"));
  const CheckedBackup backup(options.from, checking.callback());
  checking.clear();
  if (!backup.is_checked()) return stopped();
  const BackupManifest& manifest = backup.manifest();
  if (options.dry_run) {
    fmt::print(stderr, "{}\n", message("the backup of {} is whole: {} articles", manifest.taken, manifest.articles));
    return 0;
  }
  StoppableProgress copying(message("copying"));
  const bool finished = backup.restore(options.archive, copying.callback());
  copying.clear();
  if (!finished) return stopped();
  fmt::print(stderr, "{}\n", message("{} articles restored, as they were on {}", manifest.articles, manifest.taken));
  if (!has_index(manifest))
    fmt::print(stderr, "{}\n", message("The backup had no index: “hemero-index rebuild” makes it."));
  return 0;
}

}  // namespace hemero
