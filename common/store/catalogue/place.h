#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/hash.h"
#include "common/model/article.h"

namespace hemero {

// An article that names neither an id nor an address has its place as its key: "d/x.txt", "x.csv:3" (the row at line
// 3). A place is no identity: another delivery has another text there. What such an article says tells which one it is.

/// The file of a place: "x.csv" of "x.csv", "x.csv:3", "issue/mets.xml#D1" and of "x.csv:3~1f0c9a7b", the key of
/// another text at that place.
std::string_view file_of_place(std::string_view place);

/// True when the key of an article that was read at this path is its place.
bool is_place(std::string_view key, std::string_view path);

/// True when an article that was read at a place, its key, is the one of the same content under `key`: out of the same
/// file always, out of another one when it has a text, and a date or the file's name says that it is this one.
bool is_same_article(const Article& read, std::string_view key);

/// Stands for the place of an article that was purged, in the key that is left of it (purged_key): it tells whether a
/// content is the one that was erased.
std::string purged_content(const Hash128& content);

/// The same as earlier programs wrote it, for which the contents of other files were other articles.
std::string purged_content_of_file(std::string_view place, const Hash128& content);

/// Digits of its content's hash that stand in the key of another text at a place, or a multiple of them.
inline constexpr std::size_t place_mark_digits = 8;

}  // namespace hemero
