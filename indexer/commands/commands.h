#pragma once

#include <cstdint>
#include <functional>

#include "common/store/archive_writer.h"
#include "indexer/commands/options.h"

namespace hemero {

/// How many articles a command changes before it commits them.
constexpr std::uint64_t articles_per_commit = 8192;

// The commands of hemero-index. Each returns the exit status; each throws Error when it cannot go on.

/// Reads records, stores new and changed articles, publishes the index.
int run_add(const IndexerOptions& options);

/// Takes articles back.
int run_remove(const IndexerOptions& options);

/// Removes articles, and erases all that is left of removed ones.
int run_purge(const IndexerOptions& options);

/// Lists the commands that changed the archive, or takes back what one did.
int run_imports(const IndexerOptions& options);

/// Writes all that became of the articles, for `add` to read.
int run_export(const IndexerOptions& options);

/// Prints what files would be stored as.
int run_explain(const IndexerOptions& options);

/// Prints what the archive holds.
int run_status(const IndexerOptions& options);

/// Lists the limits of what is read.
int run_limits(const IndexerOptions& options);

/// Makes the index anew from the catalogue.
int run_rebuild(const IndexerOptions& options);

/// Lists the lines that sites repeat, or has them left out, or not any more.
int run_zones(const IndexerOptions& options);

/// Makes the index anew after a change, both at once.
void rebuild_archive(const IndexerOptions& options, const std::function<void(ArchiveWriter&)>& change);

}  // namespace hemero
