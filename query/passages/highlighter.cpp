#include "query/passages/highlighter.h"

#include <algorithm>

#include "query/passages/marks.h"

namespace hemero {

namespace {

/// Leaves the words that stand where a whole pattern does, whose places these are: inside one of them, or in the
/// sentence or paragraph of one. Places by position.
void keep_words_at(std::vector<Span> places, Pattern::Kind kind, std::vector<Span>& words) {
  if (kind == Pattern::Kind::near) {
    for (std::size_t i = 1; i < places.size(); ++i) places[i].end = std::max(places[i].end, places[i - 1].end);
    std::erase_if(words, [&](const Span& word) {
      const auto behind = std::ranges::upper_bound(places, word.begin, {}, &Span::begin);
      return behind == places.begin() || (behind - 1)->end < word.end;
    });
  } else {
    const auto place = kind == Pattern::Kind::sentence ? &Span::sentence : &Span::paragraph;
    std::erase_if(words, [&](const Span& word) { return !std::ranges::binary_search(places, word.*place, {}, place); });
  }
}

}  // namespace

/// Where a pattern stands, and where its words and phrases do; those of PRÈS and MÊME only where all of them do.
struct Highlighter::Found {
  Places places;
  std::vector<Span> words;
};

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
    for (const Span& span : words_of(plan_.words[word].pattern).words)
      matches.push_back({word, {ranges_[span.begin].begin, ranges_[span.end - 1].end}});
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  drop_idle_matches(plan_, tokens_, matches);
  return matches;
}

Highlighter::Found Highlighter::words_of(const Pattern& pattern) const {
  using Kind = Pattern::Kind;
  if (pattern.kind == Kind::slot || pattern.kind == Kind::sequence) {
    Places places = finder_.find(pattern);
    return {places, places};
  }
  std::vector<Places> parts;
  Found found;
  for (const Pattern& part : pattern.parts) {
    Found of_part = words_of(part);
    parts.push_back(std::move(of_part.places));
    found.words.insert(found.words.end(), of_part.words.begin(), of_part.words.end());
  }
  found.places = finder_.joined(pattern, parts);
  if (pattern.kind != Kind::any) keep_words_at(found.places, pattern.kind, found.words);
  return found;
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
