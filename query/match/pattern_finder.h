#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "common/base/deadline.h"
#include "common/text/token.h"
#include "query/plan/pattern.h"

namespace hemero {

/// Where a pattern stands in an article. Positions count tokens, elided words too, and skip one at each paragraph;
/// words do not count those.
struct Span {
  std::uint32_t begin = 0;  ///< position of the first token
  std::uint32_t end = 0;    ///< behind the last one
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  Field zone = Field::title;

  auto operator<=>(const Span&) const = default;
};

/// Places by position, each once.
using Places = std::vector<Span>;

/// Finds patterns among the occurrences of slots in one article. Occurrences come in the order of their positions.
class PatternFinder {
 public:
  /// The deadline must outlive it; when it is over, patterns of several parts stand nowhere.
  explicit PatternFinder(std::size_t slots, const Deadline& deadline = Deadline::never())
      : deadline_(deadline), occurrences_(slots) {}

  /// Forgets the article.
  void clear() {
    for (auto& spans : occurrences_) spans.clear();
    added_ = 0;
  }

  /// Of the half million occurrences at the beginning of an article; none has as many but to cost time and memory.
  void add(std::uint32_t slot, const Span& span) {
    constexpr std::size_t most = 500'000;
    if (added_++ < most) occurrences_[slot].push_back(span);
  }

  /// Everywhere the pattern stands.
  Places find(const Pattern& pattern) const;

  /// Where a pattern of these parts stands that is no slot, when each part stands in these places.
  Places joined(const Pattern& pattern, const std::vector<Places>& parts) const;

 private:
  const Deadline& deadline_;
  std::vector<Places> occurrences_;  ///< by slot
  std::size_t added_ = 0;
};

/// Counts the tokens of an article as they pass, to tell where each stands.
class SpanCounter {
 public:
  /// What starts with the next token.
  void start(Break what) {
    here_.sentence += what != Break::none;
    here_.paragraph += what == Break::paragraph;
    here_.begin += what == Break::paragraph;
  }
  void start_zone(Field zone) { here_.zone = zone; }

  /// The span of the next token, which covers `parts` more that follow it when it is a compound.
  Span span(std::uint32_t parts) const {
    Span span = here_;
    span.end = span.begin + (parts > 0 ? parts : 1);
    span.last_word = span.first_word;
    return span;
  }

  /// Goes on behind that token.
  void pass(std::uint32_t parts, bool particle) {
    here_.begin += parts == 0;
    here_.first_word += parts == 0 && !particle;
  }

  /// Goes on behind so many words that are no compounds.
  void pass_words(std::uint32_t words) {
    here_.begin += words;
    here_.first_word += words;
  }

 private:
  Span here_;
};

}  // namespace hemero
