#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/store/related/word_vectors.h"
#include "query/words/forms.h"

namespace hemero {

/// A word that is used in the same texts as those that were typed.
struct RelatedWord {
  std::string label;        ///< its commonest spelling
  double similarity = 0;    ///< the cosine between its direction and theirs, 1 at most
  std::uint64_t texts = 0;  ///< that have it
};

struct RelatedWords {
  std::vector<RelatedWord> words;    ///< the nearest first
  std::vector<std::string> unknown;  ///< of the typed words those of which nothing was learnt
};

/// True for what was learnt of this archive, by this version of the analysis.
bool is_learnt_of(const WordVectors& vectors, const PartList& list);

/// The words that are nearest to some typed ones together, at most so many. Of each word family one is told, and none
/// of the typed words' own, which a search finds anyway.
RelatedWords related_words(const std::vector<std::string>& typed, const WordVectors& vectors, FormFinder& forms,
                           std::size_t limit);

}  // namespace hemero
