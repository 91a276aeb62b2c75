#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/catalogue/damages.h"
#include "common/store/catalogue/text_codec.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// An article that was removed and is not erased yet.
struct RemovedArticle {
  ArticleId id{};
  std::string removed;  ///< when the run began that removed it (UTC)
  std::string reason;   ///< may be empty
  std::string title;    ///< on one line; of the version that was removed
};

/// All of them by their numbers; one that was removed, came back and was removed again is listed for each time.
std::vector<RemovedArticle> removed_articles(const ArchiveFolder& folder);

/// How many articles these are.
std::uint64_t count_removed(const ArchiveFolder& folder);

// The parts of erasing what was removed from the catalogue, inside the caller's transaction.

/// Deletes all versions of removed articles, makes their keys unreadable (purged_key) and takes off the commands that
/// removed them what selected them; how many articles that were.
std::uint64_t erase_removed(sqlite::Connection& connection);

/// A dictionary for texts like those that are stored; empty when they are too few.
std::string train_on_stored(sqlite::Connection& connection, Damages& damages);

/// Compresses all texts anew, but for those that cannot be read, which stay. `dictionary` is the id of the
/// compressor's.
void recompress(sqlite::Connection& connection, TextCompressor& compressor, std::optional<std::int64_t> dictionary,
                Damages& damages);

/// Whether a purge has begun whose traces are not all gone.
bool purge_is_pending(sqlite::Connection& connection);
void note_purge(sqlite::Connection& connection, bool pending);

/// Ends a purge, outside any transaction: makes the catalogue's files anew, without what was erased. False when a
/// reader keeps the log from being emptied: the purge stays pending.
bool wipe_erased(sqlite::Connection& connection);

}  // namespace hemero
