#include "query/concordance/concordance.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "query/concordance/printed_text.h"
#include "query/match/text_words.h"

namespace hemero {

namespace {

/// How many words beside an occurrence lines are sorted by.
constexpr std::size_t sorted_words = 3;

bool is_sorted_by_words(LineOrder order) {
  return order == LineOrder::right || order == LineOrder::left || order == LineOrder::form;
}

/// The order of lines that their words do not tell apart.
TextOrder text_order(LineOrder order) {
  if (order == LineOrder::source) return TextOrder::source;
  return order == LineOrder::newest ? TextOrder::newest : TextOrder::oldest;
}

/// The groups of the words that an occurrence is sorted by, none of another paragraph.
std::vector<std::uint32_t> key_of(const Span& span, LineOrder order, const std::vector<TextWord>& words,
                                  const WordGroups& groups) {
  std::vector<std::uint32_t> key;
  const std::size_t first = word_from(words, span.begin);
  const std::size_t behind = word_from(words, span.end);
  if (order == LineOrder::form)
    for (std::size_t i = first; i < behind; ++i) key.push_back(groups.of(words[i].surface));
  if (order == LineOrder::right)
    for (std::size_t i = behind; i < std::min(behind + sorted_words, words.size()); ++i)
      if (words[i].paragraph == span.paragraph) key.push_back(groups.of(words[i].surface));
  if (order == LineOrder::left)
    for (std::size_t i = first; i > 0 && first - i < sorted_words; --i)
      if (words[i - 1].paragraph == span.paragraph) key.push_back(groups.of(words[i - 1].surface));
  return key;
}

}  // namespace

Concordance::Concordance(OccurrenceSet set, LineOrder order, ArchiveReader& archive, const Deadline& deadline)
    : set_(std::move(set)), archive_(archive) {
  read_names();
  const std::vector<std::uint32_t> ranks = text_ranks(names_, text_order(order));
  std::vector<Sorted> sorted(set_.list.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = {{}, ranks[set_.list[i].text], i};
  if (is_sorted_by_words(order)) add_keys(order, sorted, deadline);
  std::ranges::sort(sorted, [](const Sorted& a, const Sorted& b) {
    return std::tie(a.key, a.rank, a.occurrence) < std::tie(b.key, b.rank, b.occurrence);
  });
  for (const Sorted& each : sorted) order_.push_back(each.occurrence);
}

void Concordance::read_names() {
  names_.resize(set_.texts.size());
  for (std::size_t i = 0; i < set_.list.size(); ++i) {
    const std::uint32_t text = set_.list[i].text;
    if (i > 0 && set_.list[i - 1].text == text) continue;
    if (const auto stored = archive_.articles().names(set_.texts[text])) names_[text] = names_of(*stored);
  }
}

void Concordance::add_keys(LineOrder order, std::vector<Sorted>& sorted, const Deadline& deadline) const {
  const WordGroups groups(archive_.vocabulary());
  for (std::size_t i = 0; i < sorted.size() && !deadline.over();) {
    const std::span<const Occurrence> of_text = of_one_text(set_.list, i);
    const std::vector<TextWord> words = words_around(of_text, sorted_words, set_, archive_);
    for (const Occurrence& occurrence : of_text) sorted[i++].key = key_of(occurrence.span, order, words, groups);
  }
}

std::vector<ConcordanceLine> Concordance::lines(std::size_t offset, std::size_t limit, std::size_t context) const {
  const std::size_t begin = std::min(offset, order_.size());
  const std::size_t count = std::min(limit, order_.size() - begin);
  std::vector<std::size_t> by_text(count);
  std::iota(by_text.begin(), by_text.end(), begin);
  std::ranges::sort(by_text, {}, [this](std::size_t line) { return order_[line]; });
  std::vector<ConcordanceLine> lines;
  std::optional<StoredArticle> stored;
  PrintedText printed;
  for (const std::size_t number : by_text) {
    const Occurrence& occurrence = set_.list[order_[number]];
    const VersionId version = set_.texts[occurrence.text];
    if (!stored || stored->version != version) {
      stored = archive_.articles().version(version);
      if (!stored) continue;
      printed.read(stored->article);
    }
    auto line = printed.line(occurrence.span, context);
    if (!line) continue;
    const TextNames& names = names_[occurrence.text];
    line->number = number + 1;
    line->id = names.id;
    line->date = names.date;
    line->source = names.source;
    line->title = stored->article.title;
    lines.push_back(*std::move(line));
  }
  std::ranges::sort(lines, {}, &ConcordanceLine::number);
  return lines;
}

}  // namespace hemero
