#include "query/writings/neighbours.h"

#include <algorithm>

#include "common/text/tokenizer.h"

namespace hemero {

namespace {

/// The words of a writing with those around it, from `first` on up to `last`. An elided word at the start is an
/// article: it is not asked for.
std::vector<WrittenWord> widened(const Writing& writing, const std::vector<TypedWord>& typed, std::size_t first,
                                 std::size_t last) {
  std::vector<WrittenWord> words;
  if (is_elided(typed[first].surface)) ++first;
  for (std::size_t i = first; i < writing.first; ++i) words.push_back({{typed[i].surface}});
  words.insert(words.end(), writing.words.begin(), writing.words.end());
  for (std::size_t i = writing.last; i < last; ++i) words.push_back({{typed[i].surface}});
  return words;
}

}  // namespace

std::vector<SharedWriting> shared_writings(const std::vector<QueryNode>& words, FormFinder& forms) {
  std::vector<TypedWord> typed;
  std::vector<std::size_t> ends;  // of what each word is made of
  for (const QueryNode& word : words) {
    const auto tokens = typed_words(word.text);
    typed.insert(typed.end(), tokens.begin(), tokens.end());
    ends.push_back(typed.size());
  }
  const auto word_of = [&](std::size_t token) {
    return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), token) - ends.begin());
  };
  std::vector<SharedWriting> shared;
  for (const Writing& writing : other_writings(typed, forms)) {
    const std::size_t first = word_of(writing.first);
    const std::size_t last = word_of(writing.last - 1);
    const std::size_t begin = first == 0 ? 0 : ends[first - 1];
    if (first != last) shared.push_back({first, last, widened(writing, typed, begin, ends[last])});
  }
  return shared;
}

}  // namespace hemero
