#include "query/match/pattern_finder.h"

#include <algorithm>

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
  std::vector<Span> spans;
  for (const Span& a : left)
    for (const Span& b : right) {
      if (a.paragraph != b.paragraph || (a.begin < b.end && b.begin < a.end)) continue;
      const bool in_order = a.begin < b.begin;
      const std::uint32_t words = in_order ? b.first_word - a.last_word : a.first_word - b.last_word;
      if (words <= pattern.nearness.distance && (in_order || !pattern.nearness.ordered)) spans.push_back(joined(a, b));
    }
  keep_distinct(spans);
  return spans;
}

/// The first part's spans in whose sentence (or paragraph) every other part stands too.
std::vector<Span> PatternFinder::find_together(const Pattern& pattern) const {
  if (pattern.parts.empty()) return {};
  const bool sentence = pattern.kind == Pattern::Kind::sentence;
  std::vector<Span> spans = find(pattern.parts.front());
  for (std::size_t i = 1; i < pattern.parts.size(); ++i) {
    const std::vector<Span> found = find(pattern.parts[i]);
    std::erase_if(spans, [&](const Span& span) {
      return std::none_of(found.begin(), found.end(), [&](const Span& other) {
        return sentence ? other.sentence == span.sentence : other.paragraph == span.paragraph;
      });
    });
  }
  return spans;
}

}  // namespace hemero
