#pragma once

#include <optional>
#include <string>

#include "common/model/amounts.h"
#include "query/answer/searcher.h"
#include "query/concordance/text_list.h"

namespace hemero {

/// Which amounts are asked for, beside the query.
struct AmountChoice {
  std::optional<double> least;  ///< in units of their currency, whichever it is
  std::optional<double> most;
  std::string currency;  ///< its code; empty for any
  AmountOrder order = AmountOrder::newest;
};

/// The amounts of money of all that matches a request: those with words of the query in their sentence, or all of them
/// where the request means everything. `deadline` is that of the request, for what follows the search.
TextList<AmountLine> list_amounts(const SearchRequest& request, const AmountChoice& choice, ArchiveReader& archive,
                                  Searcher& searcher, const Deadline& deadline);

}  // namespace hemero
