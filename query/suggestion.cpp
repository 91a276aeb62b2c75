#include "query/suggestion.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/unicode.h"
#include "query/edit_distance.h"

namespace hemero {

namespace {

/// A word that is printed so seldom may be a misprint of one that is printed so much more often.
constexpr std::int64_t seldom = 2;
constexpr std::int64_t much_more = 50;
constexpr std::size_t shortest_misprint = 5;  ///< characters

/// One more edit is taken for a word that is printed so much more often.
constexpr std::int64_t worth_an_edit = 50;

constexpr std::size_t shortest_part = 3;  ///< characters, of a word that was typed together with another

struct Candidate {
  std::string text;
  std::int64_t occurrences = 0;
  std::int64_t weight = 0;  ///< occurrences, less for more edits
};

void keep_better(std::optional<Candidate>& best, Candidate candidate) {
  if (!best || candidate.weight > best->weight) best = std::move(candidate);
}

/// "etatsunis": two words of the archive, closed up. As much as two edits: the rarer of the two counts.
void look_for_parts(const std::string& folded, FormFinder& forms, std::optional<Candidate>& best) {
  for (std::size_t at = shortest_part; at + shortest_part <= folded.size(); ++at) {
    if (floor_code_point(folded, at) != at) continue;
    const std::string left = folded.substr(0, at);
    const std::string right = folded.substr(at);
    const std::int64_t rarer =
        std::min(occurrences_of(forms.same_word(left).surfaces), occurrences_of(forms.same_word(right).surfaces));
    if (rarer > seldom) keep_better(best, {left + " " + right, rarer, rarer / worth_an_edit});
  }
}

/// What is most likely meant by a word: near in edits, and frequent. Nothing when the archive has nothing near.
std::optional<Candidate> likeliest(const std::string& word, FormFinder& forms) {
  const std::string folded = fold(word);
  std::optional<Candidate> best;
  for (const VocabularyEntry& entry : forms.fuzzy(word).surfaces) {
    if (entry.folded == folded || folds_to_stop_word(entry.folded)) continue;
    const bool near = within_edits(folded, entry.folded, 1);
    keep_better(best, {entry.surface, entry.occurrences, near ? entry.occurrences * worth_an_edit : entry.occurrences});
  }
  look_for_parts(folded, forms, best);
  return best;
}

bool is_plain(const PlannedWord& word) {
  return word.node.kind == QueryNode::Kind::word && word.node.mode == WordMode::family && !word.weak && !word.excluded;
}

/// True for a word that may well be another: unknown, or long and hardly ever printed.
bool is_doubtful(const PlannedWord& word) {
  if (is_unknown(word)) return true;
  return is_plain(word) && code_point_count(word.node.text) >= shortest_misprint &&
         occurrences_of(word.forms) <= seldom;
}

}  // namespace

bool is_unknown(const PlannedWord& word) { return is_plain(word) && word.forms.empty(); }

std::optional<std::string> suggest(const std::string& query, const QueryPlan& plan, FormFinder& forms) {
  std::string suggestion = query;
  for (const PlannedWord& word : plan.words) {
    if (!is_doubtful(word)) continue;
    const std::size_t place = suggestion.find(word.node.text);
    const auto meant = likeliest(word.node.text, forms);
    const std::int64_t needed = occurrences_of(word.forms) * much_more;
    if (place == std::string::npos || !meant || meant->occurrences < needed) continue;
    suggestion.replace(place, word.node.text.size(), meant->text);
  }
  if (suggestion == query) return std::nullopt;
  return suggestion;
}

}  // namespace hemero
