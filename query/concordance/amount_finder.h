#pragma once

#include <optional>
#include <vector>

#include "query/amounts/amount.h"
#include "query/passages/highlighter.h"
#include "query/plan/plan.h"

namespace hemero {

/// An amount in its sentence, and where the words of a query stand there.
struct FoundAmount {
  Amount amount;
  Range sentence;                 ///< bytes of the text
  std::vector<Range> highlights;  ///< bytes of the text, ascending, not touching
};

/// Finds amounts beside the words of a query in texts. One thread at a time.
class AmountFinder {
 public:
  /// Without a plan every amount is found.
  explicit AmountFinder(std::optional<QueryPlan> plan);
  AmountFinder(const AmountFinder&) = delete;
  AmountFinder& operator=(const AmountFinder&) = delete;

  /// The amounts of an article in whose sentence a word or phrase of the query stands that snippets highlight.
  std::vector<FoundAmount> find(const Article& article);

 private:
  const TokenList& tokenized(const Article& article, std::vector<Range>& marks);

  std::optional<QueryPlan> plan_;
  std::optional<Highlighter> highlighter_;  ///< of the plan
  Tokenizer tokenizer_;                     ///< without a plan
  TokenList tokens_;
};

}  // namespace hemero
