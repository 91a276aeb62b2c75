#include "query/words/regular_verbs.h"

#include <algorithm>
#include <unordered_map>

#include "common/text/fold.h"
#include "common/text/table_rows.h"
#include "query/words/inflection.h"

namespace hemero {

namespace {

constexpr std::size_t shortest_stem = 2;

VerbEnding ending(std::string_view printed) { return {std::string(printed), fold(printed)}; }

std::vector<VerbEnding> endings(std::string_view cell) {
  std::vector<VerbEnding> all;
  for (const std::string_view word : cell_words(cell)) all.push_back(ending(word));
  return all;
}

const std::vector<Conjugation>& conjugations() {
  static const auto all = [] {
    std::vector<Conjugation> read;
    for (const auto& row : table_rows("regular_verbs"))
      read.push_back({ending(row.at(1)), endings(row.at(2)), endings(row.at(3))});
    return read;
  }();
  return all;
}

/// Folded ending → the conjugations that have it, in the order of the table.
const std::unordered_map<std::string_view, std::vector<const Conjugation*>>& by_ending() {
  static const auto all = [] {
    std::unordered_map<std::string_view, std::vector<const Conjugation*>> endings;
    for (const Conjugation& each : conjugations()) {
      endings[each.infinitive.folded].push_back(&each);
      for (const auto* list : {&each.of_verbs, &each.of_nouns})
        for (const VerbEnding& ending : *list)
          if (endings[ending.folded].empty() || endings[ending.folded].back() != &each)
            endings[ending.folded].push_back(&each);
    }
    return endings;
  }();
  return all;
}

}  // namespace

std::vector<VerbReading> verb_readings(std::string_view folded) {
  constexpr std::size_t longest_ending = 9;
  std::vector<VerbReading> readings;
  const std::size_t first = folded.size() > longest_ending ? folded.size() - longest_ending : 0;
  for (std::size_t cut = std::max(first, shortest_stem); cut < folded.size(); ++cut) {
    const auto found = by_ending().find(folded.substr(cut));
    if (found == by_ending().end()) continue;
    for (const Conjugation* conjugation : found->second)
      readings.push_back({std::string(folded.substr(0, cut)), conjugation});
  }
  return readings;
}

}  // namespace hemero
