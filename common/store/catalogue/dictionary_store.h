#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/store/folder/sqlite.h"

namespace hemero {

// Dictionaries of zstd as the catalogue keeps them. All texts hang on one of them: so each stands there twice, and
// beside them its hash, by which one is mended out of both.

/// Stores a dictionary, inside the caller's transaction; its id.
std::int64_t store_dictionary(sqlite::Connection& connection, std::string_view bytes);

/// A dictionary as it stands; empty when there is none of this id, or it cannot be read.
std::string read_dictionary(sqlite::Connection& connection, std::int64_t id);

/// Whether both copies of a dictionary are what was stored; true also of one of an older program, which has no hash.
bool dictionary_is_sound(sqlite::Connection& connection, std::int64_t id);

/// A dictionary as it was stored, which a few changed bits in both copies do not prevent; nothing when that is not to
/// be found out.
std::optional<std::string> mended_dictionary(sqlite::Connection& connection, std::int64_t id);

/// The newest dictionary that is or can be as it was stored, and its id; nothing when there is none.
std::optional<std::pair<std::int64_t, std::string>> newest_dictionary(sqlite::Connection& connection);

/// Writes damaged dictionaries anew that can be mended, inside the caller's transaction.
void mend_dictionaries(sqlite::Connection& connection);

/// Deletes all dictionaries that no text needs but for one, inside the caller's transaction.
void forget_dictionaries(sqlite::Connection& connection, std::optional<std::int64_t> but_for);

}  // namespace hemero
