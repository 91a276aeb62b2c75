#pragma once

#include <optional>
#include <vector>

#include "query/passages/highlighter.h"
#include "query/plan/plan.h"
#include "query/quotations/quotation.h"

namespace hemero {

/// A quotation, and where the words of a query stand in it.
struct FoundQuotation {
  Quotation quotation;
  std::vector<Range> highlights;  ///< in bytes of the text, ascending, not touching
};

/// Finds quotations with the words of a query in texts. One thread at a time.
class QuotationFinder {
 public:
  /// Without a plan every quotation is found.
  explicit QuotationFinder(std::optional<QueryPlan> plan);
  QuotationFinder(const QuotationFinder&) = delete;
  QuotationFinder& operator=(const QuotationFinder&) = delete;

  /// The quotations of an article in which a word or phrase of the query stands that snippets highlight, in order.
  std::vector<FoundQuotation> find(const Article& article);

 private:
  std::optional<QueryPlan> plan_;
  std::optional<Highlighter> highlighter_;  ///< of the plan
};

}  // namespace hemero
