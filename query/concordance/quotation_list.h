#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/occurrences.h"
#include "common/model/quotations.h"
#include "common/store/archive_reader.h"
#include "query/answer/searcher.h"
#include "query/concordance/quotation_finder.h"
#include "query/concordance/text_order.h"

namespace hemero {

/// Which quotations are asked for, beside the query.
struct QuotationChoice {
  std::string by;  ///< as typed: words that the speaker's name must have, accents and case aside; empty for anybody
  QuotationOrder order = QuotationOrder::newest;
};

/// The quotations of all that matches a request, in an order: those with words of the query, or all of them where the
/// request means everything. Texts are read twice: to find quotations, and for those that are asked for. One thread at
/// a time.
class QuotationList {
 public:
  /// The archive must outlive it. When the time is over, the texts that are left are not read.
  QuotationList(const SearchRequest& request, const QuotationChoice& choice, ArchiveReader& archive, Searcher& searcher,
                const Deadline& deadline);

  /// Occurrences are quotations.
  const OccurrenceTotals& totals() const { return totals_; }

  /// So many from this one on, counted from 0; those whose article is damaged are left out.
  std::vector<QuotationLine> lines(std::size_t offset, std::size_t limit);

 private:
  QuotationList(MatchSet set, const SearchRequest& request, const QuotationChoice& choice, ArchiveReader& archive,
                const Deadline& deadline);

  /// A quotation that is told.
  struct Placed {
    std::uint32_t text = 0;
    std::uint32_t place = 0;    ///< among those of its text that are found
    std::uint32_t surname = 0;  ///< of who says it: an index of surnames_
  };

  void read_texts(const std::vector<std::string>& by, const Deadline& deadline);
  void sort(QuotationOrder order);
  std::uint32_t surname_number(const std::string& speaker);

  ArchiveReader& archive_;
  QuotationFinder finder_;
  OccurrenceTotals totals_;
  std::vector<VersionId> texts_;
  std::vector<TextNames> names_;  ///< by text
  std::vector<Placed> list_;
  std::uint64_t by_anybody_ = 0;  ///< quotations that are found, whoever says them
  std::vector<std::string> surnames_{""};
  std::unordered_map<std::string, std::uint32_t> surname_numbers_;
};

}  // namespace hemero
