#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/page.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// A term of an article, and how much it tells about it.
struct TellingTerm {
  std::string word;  ///< the most frequent surface of its family in the article
  std::string term;  ///< of the index
  double weight = 0;
};

/// The terms that tell most about an article, the best first: those that are more frequent in it than in the archive.
/// Of those that were looked at in time.
std::vector<TellingTerm> telling_terms(const Article& article, ArchiveReader& archive, std::size_t limit,
                                       const Deadline& deadline = Deadline::never());

/// Articles that share the most telling terms of one, the best first: neither the article itself nor its copies, and of
/// articles that are copies of one another only one. They have their text, and their state.
std::vector<Hit> similar_articles(const StoredArticle& stored, ArchiveReader& archive, std::size_t limit,
                                  const Deadline& deadline = Deadline::never());

}  // namespace hemero
