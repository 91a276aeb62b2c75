#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/catalogue/selection.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/writing/run.h"
#include "indexer/commands/confirmation.h"

namespace hemero {

// What the commands share that take articles back.

/// Which articles, and how.
struct RemovalOptions {
  ArchiveFolder archive;
  Selection selection;
  std::string ids;    ///< file that lists more of the selection's ids; "-" for the standard input, empty for none
  std::string query;  ///< that finds more of them, in the language of hemero-query; empty for none
  bool all = false;   ///< the query may be one that only excludes
  std::string reason;
  bool dry_run = false;
  bool yes = false;  ///< it is agreed to, and not asked about

  bool says_nothing() const { return selection.says_nothing() && ids.empty() && query.empty(); }
};

void declare_removal(Command& command, RemovalOptions& options);

/// The articles that the command line selects. Reads the standard input when it says so.
std::vector<ArticleId> selected_articles(const RemovalOptions& options);

/// What is to be agreed to: those of these articles that have a current version.
Doomed doomed_articles(const ArchiveFolder& archive, const std::vector<ArticleId>& articles);

/// A command for the list of imports, with what selected the articles, and why. When they are purged nothing of that
/// stays.
std::string removing_command(const RemovalOptions& options);

/// Prints what would go: number, date, source and title, a line each, tabs in between.
void list_articles(const ArchiveFolder& archive, const std::vector<ArticleId>& articles);

struct RemovalCounts {
  std::uint64_t removed = 0;
  std::uint64_t removed_before = 0;
  std::uint64_t unknown = 0;
};

/// Removes articles for good, until a stop is requested; unknown ones are named on standard error.
RemovalCounts remove_articles(Run& run, const std::vector<ArticleId>& articles, const std::string& reason);

}  // namespace hemero
