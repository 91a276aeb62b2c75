#include "query/passages/highlighter.h"

#include <algorithm>

#include "query/passages/marks.h"

namespace hemero {

namespace {

/// True when a word of the pattern stands where the whole pattern does.
bool is_at(const Span& word, const Span& place, Pattern::Kind kind) {
  if (kind == Pattern::Kind::near) return word.begin >= place.begin && word.end <= place.end;
  return kind == Pattern::Kind::sentence ? word.sentence == place.sentence : word.paragraph == place.paragraph;
}

}  // namespace

Highlighter::Highlighter(const QueryPlan& plan) : plan_(plan), finder_(plan.slots.size()) {
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
    for (const Span& span : words_of(plan_.words[word].pattern))
      matches.push_back({word, {ranges_[span.begin].begin, ranges_[span.end - 1].end}});
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  drop_idle_matches(plan_, tokens_, matches);
  return matches;
}

/// Where a pattern's words and phrases stand; those of PRÈS and MÊME only where all of them do.
std::vector<Span> Highlighter::words_of(const Pattern& pattern) const {
  using Kind = Pattern::Kind;
  if (pattern.kind == Kind::slot || pattern.kind == Kind::sequence) return finder_.find(pattern);
  const std::vector<Span> places = pattern.kind == Kind::any ? std::vector<Span>() : finder_.find(pattern);
  std::vector<Span> words;
  for (const Pattern& part : pattern.parts)
    for (const Span& word : words_of(part))
      if (pattern.kind == Kind::any || std::any_of(places.begin(), places.end(),
                                                   [&](const Span& place) { return is_at(word, place, pattern.kind); }))
        words.push_back(word);
  return words;
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
