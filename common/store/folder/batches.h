#pragma once

#include <cstdint>

#include "common/store/folder/sqlite.h"

namespace hemero {

/// The number of the last batch that was committed; 0 before the first.
std::uint64_t last_batch(sqlite::Connection& connection);

// Each batch has a stamp, a random number: by it an index knows the catalogue that it was made of from a copy of it
// that has gone its own way since.

/// Stamps a batch, inside the caller's transaction.
void stamp_batch(sqlite::Connection& connection, std::uint64_t batch);

/// Stamps the last batch anew and takes off the stamps of those before, inside the caller's transaction: no index that
/// was made until now fits any more.
void stamp_anew(sqlite::Connection& connection);

/// The stamp of a batch; 0 where it has none.
std::uint64_t stamp_of(sqlite::Connection& connection, std::uint64_t batch);

}  // namespace hemero
