#include "query/words/folded_words.h"

#include <algorithm>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

constexpr std::size_t words_between_looks = 256;

}  // namespace

void FoldedWords::each(std::size_t shortest, std::size_t longest, std::string_view prefix,
                       const std::function<void(std::string_view)>& take) {
  const List& list = this->list(prefix);
  const auto text_of = [&](const Word& word) { return std::string_view(list.text).substr(word.begin, word.size); };
  auto word = std::ranges::lower_bound(list.words, prefix, {}, text_of);
  for (std::size_t seen = 0; word != list.words.end() && text_of(*word).starts_with(prefix); ++word) {
    if (++seen % words_between_looks == 0 && deadline_.over()) return;
    if (word->characters >= shortest && word->characters <= longest) take(text_of(*word));
  }
}

/// The list of all words where it is known, else that of those that begin so.
const FoldedWords::List& FoldedWords::list(std::string_view prefix) {
  const auto known = std::ranges::find_if(lists_, [&](const auto& each) { return prefix.starts_with(each.first); });
  if (known != lists_.end()) return known->second;
  List& list = lists_[std::string(prefix)];
  vocabulary_.each_folded(prefix, [&](std::string_view folded) {
    list.words.push_back({static_cast<std::uint32_t>(list.text.size()), static_cast<std::uint32_t>(folded.size()),
                          static_cast<std::uint32_t>(code_point_count(folded))});
    list.text += folded;
    return list.words.size() % words_between_looks != 0 || !deadline_.over();
  });
  return list;
}

}  // namespace hemero
