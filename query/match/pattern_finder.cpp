#include "query/match/pattern_finder.h"

#include <algorithm>
#include <iterator>

namespace hemero {

namespace {

/// By position; of spans that start and end alike one stays.
void keep_distinct(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  const auto same = [](const Span& a, const Span& b) { return a.begin == b.begin && a.end == b.end; };
  spans.erase(std::unique(spans.begin(), spans.end(), same), spans.end());
}

Span joined(const Span& a, const Span& b) {
  Span span = a.begin <= b.begin ? a : b;
  span.end = std::max(a.end, b.end);
  span.last_word = std::max(a.last_word, b.last_word);
  return span;
}

/// Of spans that begin alike the shortest, and of those that end alike: no more than two for each position.
void keep_tightest(std::vector<Span>& spans) {
  keep_distinct(spans);
  std::vector<Span> tightest;
  std::ranges::unique_copy(spans, std::back_inserter(tightest), {}, &Span::begin);
  std::ranges::sort(spans, [](const Span& a, const Span& b) { return a.end != b.end ? a.end < b.end : b < a; });
  std::ranges::unique_copy(spans, std::back_inserter(tightest), {}, &Span::end);
  keep_distinct(tightest);
  spans = std::move(tightest);
}

/// Pairs of one of the first spans and one of the second that begins behind it: each with the nearest there is, as far
/// as that is in its paragraph and no farther than the distance. Both by position.
std::vector<Span> nearest_pairs(const std::vector<Span>& first, const std::vector<Span>& second,
                                std::uint32_t distance) {
  std::vector<Span> pairs;
  const auto pair = [&](const Span& a, const Span& b) {
    if (a.paragraph == b.paragraph && b.first_word - a.last_word <= distance) pairs.push_back(joined(a, b));
  };
  for (const Span& span : first)
    if (const auto next = std::ranges::lower_bound(second, span.end, {}, &Span::begin); next != second.end())
      pair(span, *next);
  std::vector<Span> ended = first;
  std::ranges::sort(ended, {}, &Span::end);
  auto next = ended.begin();
  const Span* nearest = nullptr;
  for (const Span& span : second) {
    for (; next != ended.end() && next->end <= span.begin; ++next)
      if (nearest == nullptr || next->last_word >= nearest->last_word) nearest = &*next;
    if (nearest != nullptr) pair(*nearest, span);
  }
  return pairs;
}

}  // namespace

std::vector<Span> PatternFinder::find(const Pattern& pattern) const {
  switch (pattern.kind) {
    case Pattern::Kind::slot:
      return occurrences_[pattern.slot];
    case Pattern::Kind::any:
      return find_any(pattern);
    case Pattern::Kind::sequence:
      return find_sequence(pattern);
    case Pattern::Kind::near:
      return find_near(pattern);
    case Pattern::Kind::sentence:
    case Pattern::Kind::paragraph:
      return find_together(pattern);
  }
  return {};
}

std::vector<Span> PatternFinder::find_any(const Pattern& pattern) const {
  std::vector<Span> spans;
  for (const Pattern& part : pattern.parts) {
    const auto found = find(part);
    spans.insert(spans.end(), found.begin(), found.end());
  }
  keep_distinct(spans);
  return spans;
}

/// Grows what was found so far by each next part that starts right behind it.
std::vector<Span> PatternFinder::find_sequence(const Pattern& pattern) const {
  if (pattern.parts.empty()) return {};
  std::vector<Span> spans = find(pattern.parts.front());
  const auto starts_before = [](const Span& span, std::uint32_t position) { return span.begin < position; };
  for (std::size_t i = 1; i < pattern.parts.size() && !spans.empty(); ++i) {
    const std::vector<Span> next = find(pattern.parts[i]);
    std::vector<Span> longer;
    for (const Span& span : spans)
      for (auto follow = std::lower_bound(next.begin(), next.end(), span.end, starts_before);
           follow != next.end() && follow->begin == span.end; ++follow)
        longer.push_back(joined(span, *follow));
    spans = std::move(longer);
  }
  keep_distinct(spans);
  return spans;
}

/// Pairs in one paragraph with no more than the distance between them; the parts may not overlap.
std::vector<Span> PatternFinder::find_near(const Pattern& pattern) const {
  const std::vector<Span> left = find(pattern.parts.front());
  const std::vector<Span> right = find(pattern.parts.back());
  std::vector<Span> spans = nearest_pairs(left, right, pattern.nearness.distance);
  if (!pattern.nearness.ordered) {
    const std::vector<Span> reversed = nearest_pairs(right, left, pattern.nearness.distance);
    spans.insert(spans.end(), reversed.begin(), reversed.end());
  }
  keep_tightest(spans);
  return spans;
}

/// The first part's spans in whose sentence (or paragraph) every other part stands too.
std::vector<Span> PatternFinder::find_together(const Pattern& pattern) const {
  if (pattern.parts.empty()) return {};
  const auto place = pattern.kind == Pattern::Kind::sentence ? &Span::sentence : &Span::paragraph;
  std::vector<Span> spans = find(pattern.parts.front());
  for (std::size_t i = 1; i < pattern.parts.size(); ++i) {
    const std::vector<Span> found = find(pattern.parts[i]);
    std::erase_if(spans, [&](const Span& span) { return !std::ranges::binary_search(found, span.*place, {}, place); });
  }
  return spans;
}

}  // namespace hemero
