#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/archive_writer.h"
#include "indexer/commands/options.h"

namespace hemero {

// What the commands share that take articles back.

/// The articles that the command line selects. Reads the standard input when it says so.
std::vector<ArticleId> selected_articles(const IndexerOptions& options);

/// How many of them are in the archive and not removed yet.
std::uint64_t count_current(const IndexerOptions& options, const std::vector<ArticleId>& articles);

/// Prints what would go: number, date, source and title, a line each, tabs in between.
void list_articles(const IndexerOptions& options, const std::vector<ArticleId>& articles);

struct RemovalCounts {
  std::uint64_t removed = 0;
  std::uint64_t removed_before = 0;
  std::uint64_t unknown = 0;
};

/// Removes articles for good, until a stop is requested; unknown ones are named on standard error.
RemovalCounts remove_articles(ArchiveWriter& writer, const std::vector<ArticleId>& articles, const std::string& reason);

}  // namespace hemero
