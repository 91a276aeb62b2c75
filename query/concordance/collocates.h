#pragma once

#include <cstddef>
#include <cstdint>

#include "common/model/occurrences.h"
#include "query/concordance/occurrences.h"

namespace hemero {

/// Which words near a query's are told, and in which order.
struct CollocateOptions {
  enum class Order : std::uint8_t { likelihood, dice, occurrences };

  std::size_t left = 5;  ///< words of the window before an occurrence
  std::size_t right = 5;
  bool paragraph = false;      ///< windows end with the paragraph, else with the sentence
  std::uint64_t at_least = 5;  ///< occurrences in windows
  std::uint64_t texts = 3;
  bool stop_words = false;
  bool capitals = false;  ///< words that differ in capitals are told apart
  Order order = Order::likelihood;
};

/// The words that stand in a window around the occurrences of a query, compared with the archive. A word is all that
/// folds alike. Each place counts once however many occurrences are near it; the words of the occurrences themselves
/// are left out. When the time is over before all is counted, no word is told.
CollocateAnswer find_collocates(const CollocateOptions& options, const SearchRequest& request, ArchiveReader& archive,
                                Searcher& searcher, const Deadline& deadline);

}  // namespace hemero
