#include "query/render/timeline_rows.h"

#include "common/base/message.h"
#include "query/render/timeline_parts.h"

namespace hemero {

namespace {

using Cells = std::vector<std::string>;

/// The heads of what is told of a period whatever its words, and of a query that is alone.
Cells measures(TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::texts:
      return {message("texts"), message("matching"), message("per 1,000"), message("95 %")};
    case TimelineUnit::articles:
      return {message("articles"), message("matching")};
    case TimelineUnit::occurrences:
      return {message("words"), message("occurrences"), message("per million")};
  }
  return {};
}

Cells heads(const TimelineAnswer& answer, TimelineUnit unit) {
  Cells told = measures(unit);
  if (answer.series.size() > 1) {
    told.resize(1);
    for (std::size_t i = 0; i < answer.series.size(); ++i) told.push_back(series_letter(i));
  }
  told.insert(told.begin(), message("period"));
  return told;
}

/// What there is of a period whatever its words.
std::uint64_t whole(const TimelinePeriod& period, TimelineUnit unit) {
  if (unit == TimelineUnit::occurrences) return period.words;
  return unit == TimelineUnit::articles ? period.articles : period.texts;
}

/// What is told of a query that is alone.
Cells all_cells(const PeriodCount& count, TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::texts:
      return {number_text(count.texts), number_text(count.rate->per_1000, 1),
              number_text(count.rate->low, 1) + "–" + number_text(count.rate->high, 1)};
    case TimelineUnit::articles:
      return {number_text(count.articles)};
    case TimelineUnit::occurrences:
      return {number_text(count.occurrences), number_text(drawn_value(count, unit), 1)};
  }
  return {};
}

/// What is told of it beside others.
std::string one_cell(const PeriodCount& count, TimelineUnit unit) {
  return unit == TimelineUnit::articles ? number_text(count.articles) : number_text(drawn_value(count, unit), 1);
}

Cells cells(const TimelineAnswer& answer, TimelineUnit unit, const PeriodRange& range) {
  const TimelinePeriod& period = answer.periods[range.first];
  Cells cells{range_text(answer, range) + (period.coverage == Coverage::partial ? " ~" : "")};
  cells.push_back(number_text(whole(period, unit)));
  const bool alone = answer.series.size() == 1;
  for (const TimelineSeries& series : answer.series) {
    const PeriodCount& count = series.counts[range.first];
    if (period.coverage == Coverage::gap) {
      cells.emplace_back("–");
    } else if (alone) {
      const Cells told = all_cells(count, unit);
      cells.insert(cells.end(), told.begin(), told.end());
    } else {
      cells.push_back(one_cell(count, unit));
    }
  }
  return cells;
}

}  // namespace

TimelineRows timeline_rows(const TimelineAnswer& answer, TimelineUnit unit) {
  TimelineRows table{heads(answer, unit), {}};
  for (std::size_t begin = 0; begin < answer.periods.size();) {
    std::size_t end = begin + 1;
    const Coverage coverage = answer.periods[begin].coverage;
    if (coverage == Coverage::gap)
      while (end < answer.periods.size() && answer.periods[end].coverage == Coverage::gap) ++end;
    const PeriodRange range{begin, end - 1};
    if (coverage != Coverage::none) table.rows.push_back({range, cells(answer, unit, range)});
    begin = end;
  }
  return table;
}

}  // namespace hemero
