#include "query/render/timeline_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/render/totals.h"

namespace hemero {

namespace {

std::string by_step(TimeStep step) {
  switch (step) {
    case TimeStep::day:
      return message("by day");
    case TimeStep::week:
      return message("by week");
    case TimeStep::month:
      return message("by month");
    case TimeStep::year:
      return message("by year");
  }
  return {};
}

std::string what_is_drawn(TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::texts:
      return message("Matching texts per 1,000 distinct texts");
    case TimelineUnit::articles:
      return message("Matching articles");
    case TimelineUnit::occurrences:
      return message("Occurrences per million words");
  }
  return {};
}

/// The first five, and how many more there are.
std::string silences_text(const TimelineAnswer& answer, const std::vector<PeriodRange>& silences) {
  constexpr std::size_t most = 5;
  std::vector<std::string> ranges;
  for (const PeriodRange& silence : silences)
    if (ranges.size() < most) ranges.push_back(range_text(answer, silence));
  std::string text = fmt::format("{}", fmt::join(ranges, ", "));
  if (silences.size() > most) text += " " + message("… {} more", number_text(silences.size() - most));
  return text;
}

std::string mentions_note(const TimelineSeries& series) {
  const auto number = [](const Mention& mention) { return static_cast<std::uint32_t>(mention.article); };
  return message("first article: {} [{}], last one: {} [{}]", series.first->date, number(*series.first),
                 series.last->date, number(*series.last));
}

std::vector<std::string> series_notes(const TimelineAnswer& answer, const TimelineSeries& series, bool mentions) {
  std::vector<std::string> notes;
  if (mentions && series.first && series.last) notes.push_back(mentions_note(series));
  if (!series.silences.empty())
    notes.push_back(message("silent for three periods or more, though there are texts: {}",
                            silences_text(answer, series.silences)));
  std::uint64_t coarse = 0;
  std::uint64_t undated = 0;
  for (const CoarseCount& count : series.coarse) (count.date.empty() ? undated : coarse) += count.articles;
  if (coarse > 0)
    notes.push_back(message("articles that are not drawn, for their dates are less exact: {}", number_text(coarse)));
  if (undated > 0)
    notes.push_back(message("articles that are not drawn, for they have no date: {}", number_text(undated)));
  return notes;
}

/// Tells where volumes change much; empty where they do not.
std::string jumps_note(const TimelineAnswer& answer) {
  const auto is_jump = [](const TimelinePeriod& period) { return period.jump; };
  const auto first = std::find_if(answer.periods.begin(), answer.periods.end(), is_jump);
  if (first == answer.periods.end()) return {};
  const auto count = std::count_if(first, answer.periods.end(), is_jump);
  const TimelinePeriod& before = *(first - 1);
  const std::string change =
      message("{} → {}: {} → {} texts", before.name, first->name, number_text(before.texts), number_text(first->texts));
  if (count == 1) return message("the archive’s volume more than doubles or halves: {}", change);
  return message("the archive’s volume more than doubles or halves {} times, first {}",
                 number_text(static_cast<std::uint64_t>(count)), change);
}

}  // namespace

std::string series_letter(std::size_t place) { return std::string(1, static_cast<char>('A' + place)); }

std::string series_title(const TimelineAnswer& answer, std::size_t place) {
  const TimelineSeries& series = answer.series[place];
  const std::string query = one_line(series.query);
  const std::string found = totals_text(series.total, answer.complete, DistinctTexts{series.texts, answer.complete});
  return query.empty() ? message("every article: {}", found) : message("“{}”: {}", query, found);
}

std::string timeline_title(const TimelineAnswer& answer, TimelineUnit unit) {
  std::string title = fmt::format("{}, {}", what_is_drawn(unit), by_step(answer.step));
  if (!answer.restrictions.empty()) title += ", " + message("among the articles with {}", answer.restrictions);
  return title;
}

bool is_drawn(const TimelinePeriod& period, TimelineUnit unit) {
  return period.texts > 0 && (unit == TimelineUnit::articles || !period.few);
}

double drawn_value(const PeriodCount& count, TimelineUnit unit) {
  if (unit == TimelineUnit::articles) return static_cast<double>(count.articles);
  if (unit == TimelineUnit::occurrences) return count.per_million.value_or(0);
  return count.rate ? count.rate->per_1000 : 0;
}

double highest_drawn(const TimelineAnswer& answer, TimelineUnit unit) {
  constexpr double most_beyond = 1.5;
  double value = 0;
  double interval = 0;
  for (const TimelineSeries& series : answer.series)
    for (std::size_t i = 0; i < answer.periods.size(); ++i) {
      if (!is_drawn(answer.periods[i], unit)) continue;
      value = std::max(value, drawn_value(series.counts[i], unit));
      if (unit == TimelineUnit::texts) interval = std::max(interval, series.counts[i].rate->high);
    }
  if (value == 0) return 1;
  return std::max(value, std::min(interval, most_beyond * value));
}

std::string range_text(const TimelineAnswer& answer, const PeriodRange& range) {
  const std::string& first = answer.periods[range.first].name;
  return range.size() == 1 ? first : fmt::format("{} – {}", first, answer.periods[range.last].name);
}

std::vector<std::string> timeline_notes(const TimelineAnswer& answer, bool mentions) {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < answer.series.size(); ++i)
    for (const std::string& note : series_notes(answer, answer.series[i], mentions))
      notes.push_back(answer.series.size() == 1 ? note : message("{}: {}", series_letter(i), note));
  if (const std::string note = jumps_note(answer); !note.empty()) notes.push_back(note);
  return notes;
}

}  // namespace hemero
