#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/model/occurrences.h"
#include "query/concordance/occurrences.h"

namespace hemero {

/// Which words tell the texts of a query from others.
struct KeywordOptions {
  std::optional<std::string> against;  ///< another query; none: the rest of the archive
  std::uint64_t at_least = 5;          ///< occurrences in the texts of the query
  std::uint64_t texts = 5;
  bool stop_words = false;
  bool capitals = false;  ///< words that differ in capitals are told apart
};

/// The words that are more frequent in the texts of a query, or less, than in the rest of the archive or in the other
/// texts of another query under the same restrictions: what both find counts for the first. A word is all that folds
/// alike. When the time is over before all is counted, no word is told.
KeywordAnswer find_keywords(const KeywordOptions& options, const SearchRequest& request, ArchiveReader& archive,
                            Searcher& searcher, const Deadline& deadline);

}  // namespace hemero
