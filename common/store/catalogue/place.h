#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/hash.h"

namespace hemero {

// An article that names neither an id nor an address has its place as its key: "d/x.txt", "x.csv:3" (the row at line
// 3). A place is no identity: another delivery has another text there. What such an article says tells which one it is.

/// The file of a place: "x.csv" of "x.csv", "x.csv:3", "issue/mets.xml#D1" and of "x.csv:3~1f0c9a7b", the key of
/// another text at that place.
std::string_view file_of_place(std::string_view place);

/// True when the key of an article that was read at this path is its place.
bool is_place(std::string_view key, std::string_view path);

/// Stands for the place of an article that was purged, in the key that is left of it (purged_key): it tells whether a
/// content of that file is the one that was erased.
std::string purged_content(std::string_view place, const Hash128& content);

/// Digits of its content's hash that stand in the key of another text at a place, or a multiple of them.
inline constexpr std::size_t place_mark_digits = 8;

}  // namespace hemero
