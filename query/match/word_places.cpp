#include "query/match/word_places.h"

#include <algorithm>
#include <utility>

namespace hemero {

namespace {

/// Leaves the words that stand where a whole pattern does, whose places these are: inside one of them, or in the
/// sentence or paragraph of one. Places by position.
void keep_words_at(Places places, Pattern::Kind kind, Places& words) {
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

WordPlaces word_places(const Pattern& pattern, const PatternFinder& finder) {
  using Kind = Pattern::Kind;
  if (pattern.kind == Kind::slot || pattern.kind == Kind::sequence) {
    Places places = finder.find(pattern);
    return {places, places};
  }
  std::vector<Places> parts;
  WordPlaces found;
  for (const Pattern& part : pattern.parts) {
    WordPlaces of_part = word_places(part, finder);
    parts.push_back(std::move(of_part.places));
    found.words.insert(found.words.end(), of_part.words.begin(), of_part.words.end());
  }
  found.places = finder.joined(pattern, parts);
  if (pattern.kind != Kind::any) keep_words_at(found.places, pattern.kind, found.words);
  return found;
}

}  // namespace hemero
