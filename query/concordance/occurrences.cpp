#include "query/concordance/occurrences.h"

#include <algorithm>
#include <utility>

#include "common/base/message.h"
#include "query/answer/time_limit.h"
#include "query/match/distinct_texts.h"

namespace hemero {

std::span<const Occurrence> of_one_text(const std::vector<Occurrence>& list, std::size_t from) {
  std::size_t end = from;
  while (end < list.size() && list[end].text == list[from].text) ++end;
  return std::span(list).subspan(from, end - from);
}

std::vector<TextWord> words_around(std::span<const Occurrence> of_text, std::size_t behind, const OccurrenceSet& set,
                                   const ArchiveReader& archive) {
  std::uint32_t end = 0;
  for (const Occurrence& occurrence : of_text) end = std::max(end, occurrence.span.end);
  return read_words(codes_of(set.texts[of_text.front().text], archive), end, behind);
}

OccurrenceSet texts_of(MatchSet set, const SearchRequest& request, const ArchiveReader& archive) {
  OccurrenceSet found;
  found.totals.query = std::move(set.query);
  found.totals.restrictions = std::move(set.restrictions);
  found.totals.notices = std::move(set.notices);
  found.totals.total = set.versions.size();
  found.totals.texts = set.texts;
  found.totals.complete = set.complete;
  found.texts = request.collapse ? distinct_texts(set.versions, archive.index()) : std::move(set.versions);
  found.totals.read = found.texts.size();
  return found;
}

OccurrenceSet find_texts(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher) {
  return texts_of(searcher.matches(request), request, archive);
}

OccurrenceSet find_occurrences(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher,
                               const Deadline& deadline) {
  MatchSet set = searcher.matches(request);
  const QueryPlan plan = std::move(set.plan);
  OccurrenceSet found = texts_of(std::move(set), request, archive);
  OccurrenceFinder finder(plan, archive, deadline);
  for (std::uint32_t text = 0; text < found.texts.size() && !deadline.over(); ++text) {
    const std::vector<Span> spans = finder.find(found.texts[text]);
    for (const Span& span : spans) found.list.push_back({text, span});
    found.totals.holding += !spans.empty();
  }
  found.totals.occurrences = found.list.size();
  if (found.list.empty() && !found.texts.empty())
    found.totals.notices.push_back(message("no word of the query stands in the texts that it finds"));
  note_time(found.totals, request, deadline);
  return found;
}

void note_time(OccurrenceTotals& totals, const SearchRequest& request, const Deadline& deadline) {
  if (!deadline.was_over() || !totals.complete) return;
  totals.complete = false;
  totals.notices.push_back(time_notice(request.deadline));
}

}  // namespace hemero
