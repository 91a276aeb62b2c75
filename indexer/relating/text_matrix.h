#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/store/archive_reader.h"
#include "common/store/related/word_vectors.h"
#include "indexer/relating/sparse_matrix.h"

namespace hemero {

/// What is learnt from: no more texts and words than these, so that time and memory are bounded.
struct TextMatrixLimits {
  std::size_t texts = 100'000;    ///< of more, one in so many, all over the archive
  std::size_t words = 60'000;     ///< those of the most texts
  std::uint32_t least_texts = 5;  ///< that have a word
  std::uint32_t most_share = 4;   ///< a word of more than one text in so many tells nothing
};

/// Texts as they use words: a row for each text, a column for each word.
struct TextMatrix {
  std::vector<LearntWord> words;  ///< in the order of their folded forms
  SparseMatrix matrix;
};

/// Hears while texts are read how many are done, and of how many.
using TextMatrixProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Of copies one text is read. A word is all that folds alike, no word of grammar, and has a letter; of a compound the
/// parts. It weighs (1 + ln f) ln(N / n), f its occurrences in the text, n the texts that have it, N all texts (Salton
/// and Buckley, "Term-Weighting Approaches in Automatic Text Retrieval", Information Processing & Management 24, 1988);
/// each row is of length 1.
TextMatrix text_matrix(ArchiveReader& archive, const TextMatrixLimits& limits, const TextMatrixProgress& progress);

}  // namespace hemero
