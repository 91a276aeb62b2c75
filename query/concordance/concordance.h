#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/model/occurrences.h"
#include "query/concordance/occurrences.h"
#include "query/concordance/text_order.h"
#include "query/concordance/word_groups.h"

namespace hemero {

/// All occurrences of a query, each in its line, in an order. Sorting reads token streams; texts are read for the lines
/// that are asked for. One thread at a time.
class Concordance {
 public:
  /// The archive must outlive it. When the time is over before all is sorted, the order is that of the texts.
  Concordance(OccurrenceSet set, LineOrder order, ArchiveReader& archive, const Deadline& deadline);

  const OccurrenceTotals& totals() const { return set_.totals; }

  /// So many lines from this one on, counted from 0, each with so many words of context on both sides; those whose
  /// article is damaged are left out.
  std::vector<ConcordanceLine> lines(std::size_t offset, std::size_t limit, std::size_t context) const;

 private:
  struct Sorted {
    std::vector<std::uint32_t> key;  ///< groups of words
    std::uint32_t rank = 0;          ///< of the text
    std::uint32_t occurrence = 0;
  };

  void read_names();
  void add_keys(LineOrder order, std::vector<Sorted>& sorted, const Deadline& deadline) const;

  OccurrenceSet set_;
  ArchiveReader& archive_;
  std::vector<TextNames> names_;      ///< by text; those without an occurrence have none
  std::vector<std::uint32_t> order_;  ///< of the occurrences
};

}  // namespace hemero
