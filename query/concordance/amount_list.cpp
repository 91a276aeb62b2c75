#include "query/concordance/amount_list.h"

#include <memory>

#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "query/concordance/amount_finder.h"

namespace hemero {

namespace {

TextOrder text_order(AmountOrder order) {
  if (order == AmountOrder::source) return TextOrder::source;
  return order == AmountOrder::oldest ? TextOrder::oldest : TextOrder::newest;
}

/// What is told of an amount, less the names of its article.
AmountLine line_of(const Article& article, const FoundAmount& found) {
  const std::string_view text = article.text;
  const Range& range = found.amount.range;
  const Range& sentence = found.sentence;
  AmountLine line;
  line.value = found.amount.value;
  line.currency = found.amount.currency;
  line.amount = text.substr(range.begin, range.end - range.begin);
  line.sentence = text.substr(sentence.begin, sentence.end - sentence.begin);
  for (const Range& mark : found.highlights)
    line.highlights.push_back({mark.begin - sentence.begin, mark.end - sentence.begin});
  line.paragraph = paragraph_number(article, range.begin);
  line.begin = static_cast<std::uint32_t>(code_point_count(text.substr(0, range.begin)));
  line.end = line.begin + static_cast<std::uint32_t>(code_point_count(line.amount));
  return line;
}

TextList<AmountLine>::Rules rules_of(std::optional<QueryPlan> plan, const AmountChoice& choice) {
  TextList<AmountLine>::Rules rules;
  rules.find = [finder = std::make_shared<AmountFinder>(std::move(plan))](const Article& article) {
    std::vector<AmountLine> lines;
    for (const FoundAmount& found : finder->find(article)) lines.push_back(line_of(article, found));
    return lines;
  };
  rules.is_asked = [choice](const AmountLine& line) {
    return (!choice.least || line.value >= *choice.least) && (!choice.most || line.value <= *choice.most) &&
           (choice.currency.empty() || line.currency == choice.currency);
  };
  if (choice.order == AmountOrder::amount)
    rules.key = [](const AmountLine& line) { return std::pair(line.currency, -line.value); };
  rules.order = text_order(choice.order);
  return rules;
}

/// Says why there is nothing.
void note_nothing(const SearchRequest& request, TextList<AmountLine>& list) {
  OccurrenceTotals& totals = list.totals();
  if (totals.occurrences > 0 || totals.read == 0) return;
  if (list.found() > 0)
    totals.notices.push_back(
        message("none of {} amounts is what --least, --most and --currency ask for", number_text(list.found())));
  else
    totals.notices.push_back(request.everything ? message("these texts name no amount of money")
                                                : message("no word of the query stands beside an amount of money"));
}

}  // namespace

TextList<AmountLine> list_amounts(const SearchRequest& request, const AmountChoice& choice, ArchiveReader& archive,
                                  Searcher& searcher, const Deadline& deadline) {
  MatchSet set = searcher.matches(request);
  std::optional<QueryPlan> plan;
  if (!request.everything) plan = std::move(set.plan);
  TextList<AmountLine> list(texts_of(std::move(set), request, archive), rules_of(std::move(plan), choice), archive,
                            deadline);
  note_nothing(request, list);
  note_time(list.totals(), request, deadline);
  return list;
}

}  // namespace hemero
