#include "query/concordance/collocates.h"

#include <algorithm>
#include <span>

#include "query/concordance/reference.h"
#include "query/match/text_words.h"
#include "query/statistics/association.h"

namespace hemero {

namespace {

/// Which words of a text stand in windows around these occurrences.
class Windows {
 public:
  Windows(const std::vector<TextWord>& words, std::span<const Occurrence> nodes, const CollocateOptions& options)
      : words_(words), place_(options.paragraph ? &TextWord::paragraph : &TextWord::sentence), marks_(words.size()) {
    for (const Occurrence& node : nodes) {
      const std::size_t first = word_from(words, node.span.begin);
      const std::size_t behind = word_from(words, node.span.end);
      if (first == behind) continue;
      for (std::size_t i = 0; i < options.left && i < first; ++i)
        if (!mark(first - 1 - i, first)) break;
      for (std::size_t i = behind; i < behind + options.right && i < words.size(); ++i)
        if (!mark(i, behind - 1)) break;
    }
    for (const Occurrence& node : nodes)
      for (std::size_t i = word_from(words, node.span.begin); i < word_from(words, node.span.end); ++i)
        marks_[i] = false;
  }

  bool hold(std::size_t word) const { return marks_[word]; }

 private:
  /// False for a word beyond the sentence, or paragraph, of the node's.
  bool mark(std::size_t word, std::size_t node) {
    if (words_[word].*place_ != words_[node].*place_) return false;
    return marks_[word] = true;
  }

  const std::vector<TextWord>& words_;
  std::uint32_t TextWord::*place_;
  std::vector<bool> marks_;
};

void count_windows(const OccurrenceSet& set, const CollocateOptions& options, const ArchiveReader& archive,
                   WordCounts& counts) {
  for (std::size_t i = 0; i < set.list.size();) {
    const std::span<const Occurrence> nodes = of_one_text(set.list, i);
    i += nodes.size();
    const std::vector<TextWord> words = words_around(nodes, options.right, set, archive);
    const Windows windows(words, nodes, options);
    counts.start_text();
    for (std::size_t word = 0; word < words.size(); ++word)
      if (windows.hold(word)) counts.add(words[word].surface);
  }
}

double rank_of(const Collocate& word, CollocateOptions::Order order) {
  switch (order) {
    case CollocateOptions::Order::likelihood:
      return word.likelihood;
    case CollocateOptions::Order::dice:
      return word.dice;
    case CollocateOptions::Order::occurrences:
      return static_cast<double>(word.occurrences);
  }
  return 0;
}

}  // namespace

CollocateAnswer find_collocates(const CollocateOptions& options, const SearchRequest& request, ArchiveReader& archive,
                                Searcher& searcher, const Deadline& deadline) {
  const OccurrenceSet set = find_occurrences(request, archive, searcher, deadline);
  CollocateAnswer answer{set.totals, 0, 0, {}};
  const WordGroups groups(archive.vocabulary(), options.capitals);
  const Reference reference(set.texts, request.collapse, archive, groups, deadline);
  WordCounts counts(groups);
  count_windows(set, options, archive, counts);
  answer.window_words = counts.words();
  answer.archive_words = reference.words();
  for (std::uint32_t group = 1; group < groups.size() && !deadline.was_over(); ++group) {
    if (counts.texts(group) < options.texts) continue;
    const std::uint64_t occurrences = counts.occurrences(group);
    if (occurrences < options.at_least) continue;
    KnownWord known = reference.word(group, counts);
    if (!options.stop_words && is_stop_label(known.label)) continue;
    const auto both = static_cast<double>(occurrences);
    const auto word = static_cast<double>(known.occurrences);
    const Cooccurrence table{both, word, static_cast<double>(counts.words()), static_cast<double>(reference.words())};
    answer.words.push_back({std::move(known.label), occurrences, counts.texts(group), known.occurrences,
                            expected(table), log_likelihood(table),
                            log_dice(both, static_cast<double>(set.list.size()), word)});
  }
  std::stable_sort(answer.words.begin(), answer.words.end(), [&](const Collocate& a, const Collocate& b) {
    return rank_of(a, options.order) > rank_of(b, options.order);
  });
  note_time(answer.totals, request, deadline);
  return answer;
}

}  // namespace hemero
