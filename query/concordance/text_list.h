#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/archive_reader.h"
#include "query/concordance/occurrences.h"
#include "query/concordance/text_order.h"

namespace hemero {

/// Things that stand in the texts of a request, each a line, in an order. Texts are read twice: to find what they have,
/// and for the lines that are asked for. A Line has the members number, id, date, source and title, which are set here.
/// One thread at a time.
template <typename Line>
class TextList {
 public:
  /// What lines are sorted by before their texts: smaller ones first, empty texts last.
  using Key = std::pair<std::string, double>;

  struct Rules {
    std::function<std::vector<Line>(const Article&)> find;  ///< what a text has, in its order
    std::function<bool(const Line&)> is_asked;              ///< whether a line is to be told
    std::function<Key(const Line&)> key;                    ///< none: texts alone tell the order
    TextOrder order = TextOrder::newest;
  };

  /// The archive must outlive it. When the time is over, the texts that are left are not read.
  TextList(OccurrenceSet found, Rules rules, ArchiveReader& archive, const Deadline& deadline)
      : archive_(archive), rules_(std::move(rules)), set_(std::move(found)), names_(set_.texts.size()) {
    for (std::uint32_t text = 0; text < set_.texts.size() && !deadline.over(); ++text) read_text(text);
    set_.totals.occurrences = list_.size();
    sort();
  }

  /// Occurrences are lines.
  const OccurrenceTotals& totals() const { return set_.totals; }
  OccurrenceTotals& totals() { return set_.totals; }

  /// How many were found, also those that are not told.
  std::uint64_t found() const { return found_; }

  /// So many lines from this one on, counted from 0; those whose article is damaged are left out.
  std::vector<Line> lines(std::size_t offset, std::size_t limit);

 private:
  struct Placed {
    std::uint32_t text = 0;
    std::uint32_t place = 0;  ///< among all that its text has
    Key key;
  };

  void read_text(std::uint32_t text);
  void sort();

  ArchiveReader& archive_;
  Rules rules_;
  OccurrenceSet set_;
  std::vector<TextNames> names_;  ///< by text
  std::vector<Placed> list_;
  std::uint64_t found_ = 0;
};

template <typename Line>
void TextList<Line>::read_text(std::uint32_t text) {
  const auto stored = archive_.articles().version(set_.texts[text]);
  if (!stored) return;
  const std::vector<Line> lines = rules_.find(stored->article);
  found_ += lines.size();
  const std::size_t before = list_.size();
  for (std::uint32_t place = 0; place < lines.size(); ++place)
    if (rules_.is_asked(lines[place])) list_.push_back({text, place, rules_.key ? rules_.key(lines[place]) : Key()});
  if (list_.size() == before) return;
  ++set_.totals.holding;
  names_[text] = names_of(*stored);
}

template <typename Line>
void TextList<Line>::sort() {
  const std::vector<std::uint32_t> ranks = text_ranks(names_, rules_.order);
  const auto rank = [&](const Placed& placed) {
    return std::tuple<bool, const Key&, std::uint32_t, std::uint32_t>(placed.key.first.empty(), placed.key,
                                                                      ranks[placed.text], placed.place);
  };
  std::ranges::sort(list_, [&](const Placed& a, const Placed& b) { return rank(a) < rank(b); });
}

template <typename Line>
std::vector<Line> TextList<Line>::lines(std::size_t offset, std::size_t limit) {
  const std::size_t begin = std::min(offset, list_.size());
  std::vector<std::size_t> by_text(std::min(limit, list_.size() - begin));
  std::iota(by_text.begin(), by_text.end(), begin);
  std::ranges::sort(by_text, {}, [this](std::size_t line) { return std::pair(list_[line].text, list_[line].place); });
  std::vector<Line> lines;
  std::optional<StoredArticle> stored;
  std::vector<Line> found;
  for (const std::size_t number : by_text) {
    const Placed& placed = list_[number];
    if (!stored || stored->version != set_.texts[placed.text]) {
      stored = archive_.articles().version(set_.texts[placed.text]);
      if (!stored) continue;
      found = rules_.find(stored->article);
    }
    if (placed.place >= found.size()) continue;
    Line line = found[placed.place];
    line.number = number + 1;
    line.id = names_[placed.text].id;
    line.date = names_[placed.text].date;
    line.source = names_[placed.text].source;
    line.title = stored->article.title;
    lines.push_back(std::move(line));
  }
  std::ranges::sort(lines, {}, &Line::number);
  return lines;
}

}  // namespace hemero
