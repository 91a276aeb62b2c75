#include "query/concordance/quotation_list.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "common/text/names.h"
#include "query/concordance/occurrences.h"

namespace hemero {

namespace {

bool has_all(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::ranges::all_of(wanted, [&](const std::string& word) { return std::ranges::count(words, word) > 0; });
}

TextOrder text_order(QuotationOrder order) {
  if (order == QuotationOrder::source) return TextOrder::source;
  return order == QuotationOrder::oldest ? TextOrder::oldest : TextOrder::newest;
}

/// The number of the paragraph that a byte of the text stands in, debris left out, from 1 on.
std::uint32_t paragraph_of(const Article& article, std::uint32_t at) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      article.zones, [&](const Zone& zone) { return zone.kind != ZoneKind::debris && zone.begin <= at; }));
}

/// What is told of a quotation beside the names of its article.
QuotationLine line_of(const Article& article, const FoundQuotation& found) {
  const Range& range = found.quotation.range;
  QuotationLine line;
  line.title = article.title;
  line.speaker = found.quotation.speaker;
  line.speaker_source = found.quotation.source;
  line.text = article.text.substr(range.begin, range.end - range.begin);
  for (const Range& mark : found.highlights)
    line.highlights.push_back({mark.begin - range.begin, mark.end - range.begin});
  line.paragraph = paragraph_of(article, range.begin);
  line.begin = static_cast<std::uint32_t>(code_point_count(std::string_view(article.text).substr(0, range.begin)));
  line.end = line.begin + static_cast<std::uint32_t>(code_point_count(line.text));
  return line;
}

std::optional<QueryPlan> sought(QueryPlan plan, const SearchRequest& request) {
  return request.everything ? std::nullopt : std::optional(std::move(plan));
}

}  // namespace

QuotationList::QuotationList(const SearchRequest& request, const QuotationChoice& choice, ArchiveReader& archive,
                             Searcher& searcher, const Deadline& deadline)
    : QuotationList(searcher.matches(request), request, choice, archive, deadline) {}

QuotationList::QuotationList(MatchSet set, const SearchRequest& request, const QuotationChoice& choice,
                             ArchiveReader& archive, const Deadline& deadline)
    : archive_(archive), finder_(sought(std::move(set.plan), request)) {
  OccurrenceSet found = texts_of(std::move(set), request, archive);
  totals_ = std::move(found.totals);
  texts_ = std::move(found.texts);
  names_.resize(texts_.size());
  read_texts(name_words(choice.by), deadline);
  totals_.occurrences = list_.size();
  if (list_.empty() && by_anybody_ > 0)
    totals_.notices.push_back(message("none of {} quotations is by “{}”", number_text(by_anybody_), choice.by));
  else if (list_.empty() && !texts_.empty())
    totals_.notices.push_back(request.everything ? message("these texts quote nobody")
                                                 : message("no word of the query stands in a quotation"));
  note_time(totals_, request, deadline);
  sort(choice.order);
}

void QuotationList::read_texts(const std::vector<std::string>& by, const Deadline& deadline) {
  for (std::uint32_t text = 0; text < texts_.size() && !deadline.over(); ++text) {
    const auto stored = archive_.articles().version(texts_[text]);
    if (!stored) continue;
    const std::vector<FoundQuotation> found = finder_.find(stored->article);
    by_anybody_ += found.size();
    const std::size_t before = list_.size();
    for (std::uint32_t place = 0; place < found.size(); ++place) {
      const std::string& speaker = found[place].quotation.speaker;
      if (by.empty() || has_all(name_words(speaker), by)) list_.push_back({text, place, surname_number(speaker)});
    }
    if (list_.size() == before) continue;
    ++totals_.holding;
    names_[text] = names_of(*stored);
  }
}

std::uint32_t QuotationList::surname_number(const std::string& speaker) {
  const std::vector<std::string> words = name_words(speaker);
  if (words.empty()) return 0;
  const auto [known, is_new] = surname_numbers_.try_emplace(words.back(), static_cast<std::uint32_t>(surnames_.size()));
  if (is_new) surnames_.push_back(words.back());
  return known->second;
}

void QuotationList::sort(QuotationOrder order) {
  const std::vector<std::uint32_t> ranks = text_ranks(names_, text_order(order));
  std::vector<std::uint32_t> by_surname(surnames_.size());
  std::iota(by_surname.begin(), by_surname.end(), 0U);
  std::ranges::sort(by_surname, [this](std::uint32_t a, std::uint32_t b) {
    return std::pair(surnames_[a].empty(), surnames_[a]) < std::pair(surnames_[b].empty(), surnames_[b]);
  });
  std::vector<std::uint32_t> places(surnames_.size());
  if (order == QuotationOrder::speaker)
    for (std::uint32_t i = 0; i < by_surname.size(); ++i) places[by_surname[i]] = i;
  std::ranges::sort(list_, {}, [&](const Placed& placed) {
    return std::tuple(places[placed.surname], ranks[placed.text], placed.place);
  });
}

std::vector<QuotationLine> QuotationList::lines(std::size_t offset, std::size_t limit) {
  const std::size_t begin = std::min(offset, list_.size());
  std::vector<std::size_t> by_text(std::min(limit, list_.size() - begin));
  std::iota(by_text.begin(), by_text.end(), begin);
  std::ranges::sort(by_text, {}, [this](std::size_t line) { return std::pair(list_[line].text, list_[line].place); });
  std::vector<QuotationLine> lines;
  std::optional<StoredArticle> stored;
  std::vector<FoundQuotation> found;
  for (const std::size_t number : by_text) {
    const Placed& placed = list_[number];
    if (!stored || stored->version != texts_[placed.text]) {
      stored = archive_.articles().version(texts_[placed.text]);
      if (!stored) continue;
      found = finder_.find(stored->article);
    }
    if (placed.place >= found.size()) continue;
    QuotationLine line = line_of(stored->article, found[placed.place]);
    line.number = number + 1;
    line.id = names_[placed.text].id;
    line.date = names_[placed.text].date;
    line.source = names_[placed.text].source;
    lines.push_back(std::move(line));
  }
  std::ranges::sort(lines, {}, &QuotationLine::number);
  return lines;
}

}  // namespace hemero
