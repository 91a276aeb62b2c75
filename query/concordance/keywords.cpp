#include "query/concordance/keywords.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "query/concordance/reference.h"
#include "query/language/typed_text.h"
#include "query/match/text_words.h"
#include "query/statistics/keyness.h"

namespace hemero {

namespace {

void count_texts(const std::vector<VersionId>& texts, const ArchiveReader& archive, const Deadline& deadline,
                 WordCounts& counts) {
  for (std::size_t i = 0; i < texts.size() && !deadline.over(); ++i) {
    counts.start_text();
    for (const TextWord& word : read_words(codes_of(texts[i], archive))) counts.add(word.surface);
  }
}

/// The texts of the other query that are no copies of those.
std::vector<VersionId> other_texts(const std::vector<VersionId>& texts, const std::vector<VersionId>& others,
                                   bool collapse, const CopyTable& copies) {
  const auto known_by = [&](VersionId version) { return collapse ? copies.first(version) : version; };
  std::vector<VersionId> taken;
  for (const VersionId version : texts) taken.push_back(known_by(version));
  std::sort(taken.begin(), taken.end());
  std::vector<VersionId> kept;
  std::copy_if(others.begin(), others.end(), std::back_inserter(kept),
               [&](VersionId version) { return !std::ranges::binary_search(taken, known_by(version)); });
  return kept;
}

/// Tells the label of a group of words in the set, and its occurrences in what that is compared with.
using TellWord = std::function<KnownWord(std::uint32_t group)>;

void compare(const KeywordOptions& options, const WordGroups& groups, const WordCounts& counts, const TellWord& tell,
             KeywordAnswer& answer) {
  if (answer.words == 0 || answer.other_words == 0) return;
  for (std::uint32_t group = 1; group < groups.size(); ++group) {
    if (counts.texts(group) < options.texts) continue;
    const std::uint64_t occurrences = counts.occurrences(group);
    if (occurrences < options.at_least) continue;
    KnownWord known = tell(group);
    if (!options.stop_words && is_stop_label(known.label)) continue;
    const TwoSets sets{static_cast<double>(occurrences), static_cast<double>(known.occurrences),
                       static_cast<double>(answer.words), static_cast<double>(answer.other_words)};
    (is_key(sets) ? answer.more : answer.less)
        .push_back({std::move(known.label), occurrences, counts.texts(group), known.occurrences, keyness(sets),
                    log_ratio(sets)});
  }
  for (auto* words : {&answer.more, &answer.less})
    std::stable_sort(words->begin(), words->end(),
                     [](const Keyword& a, const Keyword& b) { return a.keyness > b.keyness; });
}

/// Compares with the rest of the archive.
void compare_with_rest(const KeywordOptions& options, const Reference& reference, const OccurrenceSet& set,
                       const WordGroups& groups, const WordCounts& counts, KeywordAnswer& answer) {
  answer.other_texts = reference.texts() - std::min<std::uint64_t>(reference.texts(), set.texts.size());
  answer.other_words = reference.words() - std::min(reference.words(), answer.words);
  const auto tell = [&](std::uint32_t group) {
    KnownWord known = reference.word(group, counts);
    known.occurrences -= std::min(known.occurrences, counts.occurrences(group));
    return known;
  };
  compare(options, groups, counts, tell, answer);
}

}  // namespace

KeywordAnswer find_keywords(const KeywordOptions& options, const SearchRequest& request, ArchiveReader& archive,
                            Searcher& searcher, const Deadline& deadline) {
  const OccurrenceSet set = find_texts(request, archive, searcher);
  KeywordAnswer answer;
  answer.totals = set.totals;
  const WordGroups groups(archive.vocabulary(), options.capitals);
  WordCounts counts(groups);
  count_texts(set.texts, archive, deadline, counts);
  answer.words = counts.words();
  if (options.against) {
    SearchRequest other = request;
    answer.against = other.text = *options.against;
    other.everything = asks_for_everything(other.text);
    const OccurrenceSet found = find_texts(other, archive, searcher);
    const auto& notices = found.totals.notices;
    answer.totals.notices.insert(answer.totals.notices.end(), notices.begin(), notices.end());
    answer.totals.complete = answer.totals.complete && found.totals.complete;
    const auto texts = other_texts(set.texts, found.texts, request.collapse, archive.index().copies());
    WordCounts other_counts(groups);
    count_texts(texts, archive, deadline, other_counts);
    answer.other_texts = texts.size();
    answer.other_words = other_counts.words();
    const auto tell = [&](std::uint32_t group) -> KnownWord {
      return {label_of(group, counts, groups, archive.vocabulary()), other_counts.occurrences(group)};
    };
    if (!deadline.was_over()) compare(options, groups, counts, tell, answer);
  } else {
    const Reference reference(set.texts, request.collapse, archive, groups, deadline);
    if (!deadline.was_over()) compare_with_rest(options, reference, set, groups, counts, answer);
  }
  note_time(answer.totals, request, deadline);
  return answer;
}

}  // namespace hemero
