#include "query/concordance/quotation_finder.h"

#include <algorithm>

#include "query/passages/marks.h"

namespace hemero {

QuotationFinder::QuotationFinder(std::optional<QueryPlan> plan) : plan_(std::move(plan)) {
  if (plan_) highlighter_.emplace(*plan_);
}

std::vector<FoundQuotation> QuotationFinder::find(const Article& article) {
  std::vector<Quotation> quotations = find_quotations(article.text, article.zones);
  std::vector<FoundQuotation> found;
  std::vector<Range> marks;
  if (highlighter_ && !quotations.empty()) {
    const std::vector<Match> matches = highlighter_->find(article.text, article.zones);
    marks = merged_ranges(highlighter_->tokens(), matches);
  }
  auto next = marks.begin();
  for (Quotation& quotation : quotations) {
    const Range& range = quotation.range;
    next = std::find_if(next, marks.end(), [&](const Range& mark) { return mark.begin >= range.begin; });
    const auto first = next;
    next = std::find_if(next, marks.end(), [&](const Range& mark) { return mark.end > range.end; });
    if (!highlighter_ || first != next) found.push_back({std::move(quotation), {first, next}});
  }
  return found;
}

}  // namespace hemero
