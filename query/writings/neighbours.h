#pragma once

#include <cstddef>
#include <vector>

#include "common/model/query_tree.h"
#include "query/writings/writings.h"

namespace hemero {

/// A writing that stands for several words of a query: "BFM TV" printed closed up.
struct SharedWriting {
  std::size_t first = 0;  ///< of the words
  std::size_t last = 0;   ///< the last of them
  std::vector<WrittenWord> words;
};

/// The other writings of plain words that stand side by side, those that reach over more than one of them.
std::vector<SharedWriting> shared_writings(const std::vector<QueryNode>& words, FormFinder& forms);

}  // namespace hemero
