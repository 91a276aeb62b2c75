#include "query/answer/coverage.h"

#include <algorithm>
#include <utility>

namespace hemero {

namespace {

constexpr double partial_share = 0.2;  ///< of what is expected

double months_in(TimeStep step) {
  constexpr double days = 365.25 / 12;
  switch (step) {
    case TimeStep::day:
      return 1 / days;
    case TimeStep::week:
      return 7 / days;
    case TimeStep::month:
      return 1;
    case TimeStep::year:
      return 12;
  }
  return 1;
}

/// From where to where something goes; empty until something is put into it.
struct Extent {
  std::int32_t first = 0;
  std::int32_t last = -1;

  bool is_empty() const { return last < first; }
  void put(std::int32_t place) {
    if (is_empty()) first = last = place;
    first = std::min(first, place);
    last = std::max(last, place);
  }
};

/// What one source printed.
struct Output {
  Extent periods;
  Extent months;
  std::vector<std::uint32_t> by_month;  ///< of those months that have articles

  double median_month() {
    if (months.is_empty()) return 0;
    std::sort(by_month.begin(), by_month.end());
    const auto all = static_cast<std::size_t>(months.last - months.first) + 1;
    const std::size_t empty = all - by_month.size();  // these come first
    const auto at = [&](std::size_t place) { return place < empty ? 0.0 : by_month[place - empty]; };
    return (at((all - 1) / 2) + at(all / 2)) / 2;
  }
};

std::vector<Output> outputs_of(std::span<const SourceDate> articles) {
  std::vector<Output> outputs;
  std::vector<std::pair<std::uint32_t, std::int32_t>> months;  // of each article, with its source
  for (const SourceDate& article : articles) {
    if (article.source >= outputs.size()) outputs.resize(article.source + 1);
    outputs[article.source].periods.put(static_cast<std::int32_t>(article.period));
    if (const auto month = period_of(*article.date, TimeStep::month)) months.emplace_back(article.source, *month);
  }
  std::sort(months.begin(), months.end());
  for (std::size_t i = 0; i < months.size(); ++i) {
    Output& output = outputs[months[i].first];
    output.months.put(months[i].second);
    if (i == 0 || months[i] != months[i - 1]) output.by_month.push_back(0);
    ++output.by_month.back();
  }
  return outputs;
}

}  // namespace

std::vector<Coverage> coverage_of(std::span<const SourceDate> articles, std::size_t periods, TimeStep step) {
  // What begins to be expected with a period, less what ends before it; sums of these are what is expected.
  std::vector<double> a_month(periods + 1);
  std::vector<std::int32_t> sources(periods + 1);
  for (Output& output : outputs_of(articles)) {
    if (output.periods.is_empty()) continue;
    const auto begin = static_cast<std::size_t>(output.periods.first);
    const auto end = static_cast<std::size_t>(output.periods.last) + 1;
    const double median = output.median_month();
    a_month[begin] += median;
    a_month[end] -= median;
    ++sources[begin];
    --sources[end];
  }
  std::vector<std::uint64_t> printed(periods);
  for (const SourceDate& article : articles) ++printed[article.period];
  std::vector<Coverage> coverage;
  double expected = 0;
  std::int32_t covering = 0;
  for (std::size_t i = 0; i < periods; ++i) {
    expected += a_month[i];
    covering += sources[i];
    const double usual = expected * months_in(step);
    if (printed[i] == 0)
      coverage.push_back(covering > 0 ? Coverage::gap : Coverage::none);
    else
      coverage.push_back(static_cast<double>(printed[i]) < partial_share * usual ? Coverage::partial : Coverage::full);
  }
  return coverage;
}

}  // namespace hemero
