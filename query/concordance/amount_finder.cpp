#include "query/concordance/amount_finder.h"

#include <algorithm>

#include "query/passages/marks.h"
#include "query/passages/sentences.h"

namespace hemero {

namespace {

/// The sentence that a byte stands in.
std::optional<Range> sentence_at(const std::vector<Sentence>& sentences, std::uint32_t at) {
  const auto behind =
      std::ranges::upper_bound(sentences, at, {}, [](const Sentence& each) { return each.range.begin; });
  if (behind == sentences.begin() || (behind - 1)->range.end <= at) return std::nullopt;
  return (behind - 1)->range;
}

/// Those of the ranges that lie in one.
std::vector<Range> within(const std::vector<Range>& ranges, const Range& range) {
  const auto first = std::ranges::lower_bound(ranges, range.begin, {}, &Range::begin);
  const auto last = std::ranges::upper_bound(first, ranges.end(), range.end, {}, &Range::end);
  return {first, last};
}

}  // namespace

AmountFinder::AmountFinder(std::optional<QueryPlan> plan) : plan_(std::move(plan)) {
  if (plan_) highlighter_.emplace(*plan_);
}

std::vector<FoundAmount> AmountFinder::find(const Article& article) {
  std::vector<FoundAmount> found;
  const std::vector<Amount> amounts = find_amounts(article.text, article.zones);
  if (amounts.empty()) return found;
  std::vector<Range> marks;
  const TokenList& tokens = tokenized(article, marks);
  const std::vector<Sentence> sentences = find_sentences(tokens, article.zones);
  for (const Amount& amount : amounts) {
    const auto sentence = sentence_at(sentences, amount.range.begin);
    if (!sentence) continue;
    std::vector<Range> highlights = within(marks, *sentence);
    if (!highlighter_ || !highlights.empty()) found.push_back({amount, *sentence, std::move(highlights)});
  }
  return found;
}

/// The tokens of the text, and where the words of the query stand in it.
const TokenList& AmountFinder::tokenized(const Article& article, std::vector<Range>& marks) {
  if (highlighter_) {
    const std::vector<Match> matches = highlighter_->find(article.text, article.zones);
    marks = merged_ranges(highlighter_->tokens(), matches);
    return highlighter_->tokens();
  }
  tokens_.start(article.text);
  for (const Zone& zone : article.zones)
    if (zone.kind != ZoneKind::debris) tokenizer_.tokenize(zone.begin, zone.end, tokens_);
  return tokens_;
}

}  // namespace hemero
