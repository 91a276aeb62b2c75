#include "query/answer/coverage.h"

#include <algorithm>

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
  std::vector<std::uint32_t> by_month;  ///< of `months`

  double median_month() {
    if (by_month.empty()) return 0;
    const auto middle = by_month.begin() + static_cast<std::ptrdiff_t>(by_month.size() / 2);
    std::nth_element(by_month.begin(), middle, by_month.end());
    if (by_month.size() % 2 == 1) return *middle;
    return (*middle + static_cast<double>(*std::max_element(by_month.begin(), middle))) / 2;
  }
};

std::vector<Output> outputs_of(std::span<const SourceDate> articles) {
  std::vector<Output> outputs;
  for (const SourceDate& article : articles) {
    if (article.source >= outputs.size()) outputs.resize(article.source + 1);
    outputs[article.source].periods.put(static_cast<std::int32_t>(article.period));
    if (const auto month = period_of(*article.date, TimeStep::month)) outputs[article.source].months.put(*month);
  }
  for (Output& output : outputs)
    output.by_month.resize(static_cast<std::size_t>(output.months.last - output.months.first + 1));
  for (const SourceDate& article : articles) {
    Output& output = outputs[article.source];
    if (const auto month = period_of(*article.date, TimeStep::month))
      ++output.by_month[static_cast<std::size_t>(*month - output.months.first)];
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
