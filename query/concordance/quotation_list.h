#pragma once

#include <string>

#include "common/model/quotations.h"
#include "query/answer/searcher.h"
#include "query/concordance/text_list.h"

namespace hemero {

/// Which quotations are asked for, beside the query.
struct QuotationChoice {
  std::string by;  ///< as typed: words that the speaker's name must have, accents and case aside; empty for anybody
  QuotationOrder order = QuotationOrder::newest;
};

/// The quotations of all that matches a request: those with words of the query, or all of them where the request means
/// everything. `deadline` is that of the request, for what follows the search.
TextList<QuotationLine> list_quotations(const SearchRequest& request, const QuotationChoice& choice,
                                        ArchiveReader& archive, Searcher& searcher, const Deadline& deadline);

}  // namespace hemero
