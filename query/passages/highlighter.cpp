#include "query/passages/highlighter.h"

#include <algorithm>

#include "query/match/word_places.h"
#include "query/passages/marks.h"

namespace hemero {

Highlighter::Highlighter(const QueryPlan& plan, const Deadline& deadline)
    : plan_(plan), finder_(plan.slots.size(), deadline) {
  for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot)
    for (const VocabularyEntry& entry : plan.slots[slot]) {
      auto& slots = slots_of_[entry.surface];
      if (slots.empty() || slots.back() != slot) slots.push_back(slot);
    }
}

std::vector<Match> Highlighter::find(std::string_view text, const std::vector<Zone>& zones) {
  tokens_.start(text);
  for (const Zone& zone : zones)
    if (zone.kind != ZoneKind::debris) tokenizer_.tokenize(zone.begin, zone.end, tokens_);
  place_tokens();
  std::vector<Match> matches;
  for (std::uint32_t word = 0; word < plan_.words.size(); ++word) {
    if (plan_.words[word].weak || plan_.words[word].excluded) continue;
    for (const Span& span : word_places(plan_.words[word].pattern, finder_).words)
      matches.push_back({word, {ranges_[span.begin].begin, ranges_[span.end - 1].end}});
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  drop_idle_matches(plan_, tokens_, matches);
  return matches;
}

/// Gives every token its position and tells the finder which slots it fills.
void Highlighter::place_tokens() {
  finder_.clear();
  ranges_.clear();
  SpanCounter counter;
  for (const Token& token : tokens_) {
    counter.start(token.break_before);
    const bool compound = token.kind == TokenKind::compound;
    const std::uint32_t parts = compound ? token.parts : 0;
    const Span span = counter.span(parts);
    counter.pass(parts, token.kind == TokenKind::particle);
    ranges_.resize(std::max<std::size_t>(ranges_.size(), span.end));
    if (!compound) ranges_[span.begin] = {token.begin, token.end};
    const auto slots = slots_of_.find(tokens_.surface(token));
    if (slots == slots_of_.end()) continue;
    for (const std::uint32_t slot : slots->second) finder_.add(slot, span);
  }
}

}  // namespace hemero
