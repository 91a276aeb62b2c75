#include "query/suggestion.h"

#include <algorithm>

namespace hemero {

namespace {

/// The surface most often printed among the words within reach; nothing when there is none.
std::optional<std::string> best_neighbour(const std::string& word, FormFinder& forms) {
  std::optional<VocabularyEntry> best;
  for (const VocabularyEntry& entry : forms.fuzzy(word).surfaces)
    if (!best || entry.occurrences > best->occurrences) best = entry;
  if (!best) return std::nullopt;
  return best->surface;
}

}  // namespace

bool is_unknown(const PlannedWord& word) {
  return word.node.kind == QueryNode::Kind::word && word.node.mode == WordMode::family && !word.weak &&
         !word.excluded && word.forms.empty();
}

std::optional<std::string> suggest(const std::string& query, const QueryPlan& plan, FormFinder& forms) {
  std::string suggestion = query;
  for (const PlannedWord& word : plan.words) {
    if (!is_unknown(word)) continue;
    const std::size_t place = suggestion.find(word.node.text);
    const auto neighbour = best_neighbour(word.node.text, forms);
    if (place == std::string::npos || !neighbour) continue;
    suggestion.replace(place, word.node.text.size(), *neighbour);
  }
  if (suggestion == query) return std::nullopt;
  return suggestion;
}

}  // namespace hemero
