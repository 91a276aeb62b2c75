#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/store/catalogue/text_codec.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

// The parts of erasing what was removed from the catalogue, inside the caller's transaction.

/// Deletes all versions of removed articles and makes their keys unreadable (purged_key); how many articles that were.
std::uint64_t erase_removed(sqlite::Connection& connection);

/// A dictionary for texts like those that are stored; empty when they are too few.
std::string train_on_stored(sqlite::Connection& connection);

/// Compresses all texts anew. `dictionary` is the id of the compressor's.
void recompress(sqlite::Connection& connection, TextCompressor& compressor, std::optional<std::int64_t> dictionary);

/// Whether a purge has begun whose traces are not all gone.
bool purge_is_pending(sqlite::Connection& connection);
void note_purge(sqlite::Connection& connection, bool pending);

}  // namespace hemero
