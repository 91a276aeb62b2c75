#include "query/concordance/quotation_list.h"

#include <algorithm>
#include <memory>

#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "common/text/names.h"
#include "query/concordance/quotation_finder.h"

namespace hemero {

namespace {

bool has_all(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::ranges::all_of(wanted, [&](const std::string& word) { return std::ranges::count(words, word) > 0; });
}

TextOrder text_order(QuotationOrder order) {
  if (order == QuotationOrder::source) return TextOrder::source;
  return order == QuotationOrder::oldest ? TextOrder::oldest : TextOrder::newest;
}

/// What is told of a quotation, less the names of its article.
QuotationLine line_of(const Article& article, const FoundQuotation& found) {
  const Range& range = found.quotation.range;
  QuotationLine line;
  line.speaker = found.quotation.speaker;
  line.speaker_source = found.quotation.source;
  line.text = article.text.substr(range.begin, range.end - range.begin);
  for (const Range& mark : found.highlights)
    line.highlights.push_back({mark.begin - range.begin, mark.end - range.begin});
  line.paragraph = paragraph_number(article, range.begin);
  line.begin = static_cast<std::uint32_t>(code_point_count(std::string_view(article.text).substr(0, range.begin)));
  line.end = line.begin + static_cast<std::uint32_t>(code_point_count(line.text));
  return line;
}

TextList<QuotationLine>::Key by_surname(const QuotationLine& line) {
  const std::vector<std::string> words = name_words(line.speaker);
  return {words.empty() ? "" : words.back(), 0};
}

TextList<QuotationLine>::Rules rules_of(std::optional<QueryPlan> plan, const QuotationChoice& choice) {
  TextList<QuotationLine>::Rules rules;
  rules.find = [finder = std::make_shared<QuotationFinder>(std::move(plan))](const Article& article) {
    std::vector<QuotationLine> lines;
    for (const FoundQuotation& found : finder->find(article)) lines.push_back(line_of(article, found));
    return lines;
  };
  rules.is_asked = [by = name_words(choice.by)](const QuotationLine& line) {
    return by.empty() || has_all(name_words(line.speaker), by);
  };
  if (choice.order == QuotationOrder::speaker) rules.key = by_surname;
  rules.order = text_order(choice.order);
  return rules;
}

/// Says why there is nothing.
void note_nothing(const SearchRequest& request, const QuotationChoice& choice, TextList<QuotationLine>& list) {
  OccurrenceTotals& totals = list.totals();
  if (totals.occurrences > 0 || totals.read == 0) return;
  if (list.found() > 0)
    totals.notices.push_back(message("none of {} quotations is by “{}”", number_text(list.found()), choice.by));
  else
    totals.notices.push_back(request.everything ? message("these texts quote nobody")
                                                : message("no word of the query stands in a quotation"));
}

}  // namespace

TextList<QuotationLine> list_quotations(const SearchRequest& request, const QuotationChoice& choice,
                                        ArchiveReader& archive, Searcher& searcher, const Deadline& deadline) {
  MatchSet set = searcher.matches(request);
  std::optional<QueryPlan> plan;
  if (!request.everything) plan = std::move(set.plan);
  TextList<QuotationLine> list(texts_of(std::move(set), request, archive), rules_of(std::move(plan), choice), archive,
                               deadline);
  note_nothing(request, choice, list);
  note_time(list.totals(), request, deadline);
  return list;
}

}  // namespace hemero
