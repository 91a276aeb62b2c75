#pragma once

#include <string>
#include <string_view>

#include "common/base/hash.h"
#include "common/model/article.h"

namespace hemero {

struct ArticleField;

/// A hash of everything that makes a version what it is: the fields of which the table says so, the zones, the text.
Hash128 content_hash(const Article& article);

/// Appends what the hash reads of a field. One that a later format brought counts where it says something, under its
/// name: so the articles that were stored before it keep their hashes.
void append_hashed(std::string& content, const Article& article, const ArticleField& field);

/// A content hash as the catalogue stores it.
Hash128 read_hash(std::string_view bytes);

}  // namespace hemero
