#include "query/answer/explain.h"

#include "query/answer/address.h"
#include "query/language/parser.h"

namespace hemero {

Explanation explain(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher) {
  if (auto page = page_of_address(request, archive))
    return {request.text, std::move(page->notices), page->tree, {}, {}};
  ParsedQuery parsed = searcher.parse(request);
  const QueryPlan plan = searcher.plan(request);
  return {request.text, std::move(parsed.notices), to_tree(parsed.tree), plan.notices, reached_words(plan)};
}

}  // namespace hemero
