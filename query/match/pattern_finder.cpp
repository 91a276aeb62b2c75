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

Span both(const Span& a, const Span& b) {
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
    if (a.paragraph == b.paragraph && b.first_word - a.last_word <= distance) pairs.push_back(both(a, b));
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

Places any_of(const std::vector<Places>& parts) {
  Places spans;
  for (const Places& part : parts) spans.insert(spans.end(), part.begin(), part.end());
  keep_distinct(spans);
  return spans;
}

/// Grows what was found so far by each next part that starts right behind it.
Places in_sequence(const std::vector<Places>& parts) {
  Places spans = parts.front();
  for (std::size_t i = 1; i < parts.size() && !spans.empty(); ++i) {
    const Places& next = parts[i];
    Places longer;
    for (const Span& span : spans)
      for (auto follow = std::ranges::lower_bound(next, span.end, {}, &Span::begin);
           follow != next.end() && follow->begin == span.end; ++follow)
        longer.push_back(both(span, *follow));
    spans = std::move(longer);
  }
  keep_distinct(spans);
  return spans;
}

/// Pairs in one paragraph with no more than the distance between them; the parts may not overlap.
Places near_each_other(const Places& left, const Places& right, const Nearness& nearness) {
  Places spans = nearest_pairs(left, right, nearness.distance);
  if (!nearness.ordered) {
    const Places reversed = nearest_pairs(right, left, nearness.distance);
    spans.insert(spans.end(), reversed.begin(), reversed.end());
  }
  keep_tightest(spans);
  return spans;
}

/// The first part's spans in whose sentence (or paragraph) every other part stands too.
Places together(const std::vector<Places>& parts, std::uint32_t Span::*place) {
  Places spans = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i)
    std::erase_if(spans,
                  [&](const Span& span) { return !std::ranges::binary_search(parts[i], span.*place, {}, place); });
  return spans;
}

}  // namespace

Places PatternFinder::find(const Pattern& pattern) const {
  if (pattern.kind == Pattern::Kind::slot) return occurrences_[pattern.slot];
  std::vector<Places> parts;
  for (const Pattern& part : pattern.parts) {
    parts.push_back(find(part));
    const bool may_lack = pattern.kind == Pattern::Kind::any;
    if (parts.back().empty() && !may_lack) return {};
  }
  return joined(pattern, parts);
}

Places PatternFinder::joined(const Pattern& pattern, const std::vector<Places>& parts) const {
  if (parts.empty() || deadline_.over()) return {};
  switch (pattern.kind) {
    case Pattern::Kind::slot:
    case Pattern::Kind::any:
      return any_of(parts);
    case Pattern::Kind::sequence:
      return in_sequence(parts);
    case Pattern::Kind::near:
      return near_each_other(parts.front(), parts.back(), pattern.nearness);
    case Pattern::Kind::sentence:
      return together(parts, &Span::sentence);
    case Pattern::Kind::paragraph:
      return together(parts, &Span::paragraph);
  }
  return {};
}

}  // namespace hemero
