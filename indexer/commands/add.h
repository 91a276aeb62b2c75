#pragma once

#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "indexer/commands/format_option.h"
#include "indexer/commands/input_options.h"
#include "indexer/ingest/work_options.h"

namespace hemero {

/// hemero-index add; without paths it reads the known places again.
struct AddOptions {
  ArchiveFolder archive;
  InputOptions input;
  const Format* format = nullptr;  ///< of all files; nothing: each file's own
  WorkOptions work;
  std::string rejects;  ///< file that gets the refused records; empty for none
  std::string report;   ///< file that gets what was read of each file; empty for none
  bool once = false;    ///< the paths are not read again
  bool prune = false;   ///< without paths: articles whose files are gone are removed
  bool yes = false;     ///< that is agreed to, and not asked about
  bool stop_on_error = false;
  bool dry_run = false;
  bool strict = false;          ///< exit 2 also for skipped records
  bool corrects_dates = false;  ///< the dates of updates replace those of publication
  bool restore = false;         ///< articles that were removed for good come back when they are added
};

Command declare(AddOptions& options);
int run(const AddOptions& options);

}  // namespace hemero
