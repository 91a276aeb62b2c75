#include "query/answer/timeline.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/answer/coverage.h"
#include "query/answer/time_limit.h"
#include "query/language/typed_text.h"
#include "query/statistics/wilson.h"

namespace hemero {

namespace {

constexpr std::int32_t most_chosen = 62;  // two months of days, a year of weeks, five of months
constexpr std::int32_t most_chosen_of_all = 400;
constexpr std::int32_t most_periods = 20000;
constexpr std::size_t shortest_silence = 3;

/// Articles that match, and their dates.
struct Dated {
  Dated(MatchSet all, const ArchiveColumns& columns)
      : set(std::move(all)), column(columns.read(ValueColumn::date, set.versions)) {
    for (const std::string_view value : column.values) dates.push_back(parse_iso_date(value));
  }

  const std::optional<Date>& date(std::size_t place) const { return dates[column.numbers[place]]; }

  MatchSet set;
  ColumnReading column;
  std::vector<std::optional<Date>> dates;  ///< of each value of the column
};

/// The first and the last period of some articles.
struct PeriodSpan {
  std::int32_t first = INT32_MAX;
  std::int32_t last = INT32_MIN;

  bool is_empty() const { return last < first; }
  std::int32_t size() const { return is_empty() ? 0 : last - first + 1; }
};

void extend(PeriodSpan& span, const Dated& dated, TimeStep step) {
  std::vector<bool> occurs(dated.dates.size());
  for (const std::uint32_t number : dated.column.numbers) occurs[number] = true;
  for (std::size_t i = 0; i < dated.dates.size(); ++i) {
    const auto period = occurs[i] && dated.dates[i] ? period_of(*dated.dates[i], step) : std::nullopt;
    if (!period) continue;
    span.first = std::min(span.first, *period);
    span.last = std::max(span.last, *period);
  }
}

/// How many articles are dated so exactly.
std::uint64_t known_to(TimeStep step, const std::vector<Dated>& all) {
  std::uint64_t known = 0;
  for (const Dated& dated : all)
    for (const std::uint32_t number : dated.column.numbers)
      if (dated.dates[number] && period_of(*dated.dates[number], step)) ++known;
  return known;
}

/// By the dates of what was found, and those of all that was searched.
TimeStep chosen_step(const std::vector<Dated>& found, const Dated& all) {
  const std::uint64_t in_a_year = known_to(TimeStep::year, found);
  for (const TimeStep step : {TimeStep::day, TimeStep::week, TimeStep::month}) {
    PeriodSpan span;
    for (const Dated& dated : found) extend(span, dated, step);
    PeriodSpan whole;
    extend(whole, all, step);
    const bool is_short = span.size() <= most_chosen && whole.size() <= most_chosen_of_all;
    if (!span.is_empty() && is_short && 2 * known_to(step, found) > in_a_year) return step;
  }
  return TimeStep::year;
}

struct Count {
  std::uint64_t articles = 0;
  std::uint64_t texts = 0;
};

/// Counts articles by what their dates belong to: a period by its place, or else, behind these, a date that is coarser.
class Counter {
 public:
  Counter(const Dated& dated, const PeriodSpan& span, TimeStep step, const CopyTable& copies)
      : dated_(dated), periods_(static_cast<std::size_t>(span.size())), counts_(periods_ + dated.dates.size()) {
    for (std::size_t i = 0; i < dated.dates.size(); ++i) {
      const auto period = dated.dates[i] ? period_of(*dated.dates[i], step) : std::nullopt;
      place_.push_back(
          static_cast<std::uint32_t>(period ? static_cast<std::size_t>(*period - span.first) : periods_ + i));
    }
    std::vector<std::pair<std::uint32_t, VersionId>> copied;
    for (std::size_t i = 0; i < dated.set.versions.size(); ++i) {
      const std::uint32_t place = place_of(i);
      ++counts_[place].articles;
      if (const CopyTable::Cluster* cluster = copies.cluster(dated.set.versions[i]))
        copied.emplace_back(place, cluster->first);
      else
        ++counts_[place].texts;
    }
    std::sort(copied.begin(), copied.end());
    copied.erase(std::unique(copied.begin(), copied.end()), copied.end());
    for (const auto& [place, text] : copied) ++counts_[place].texts;
  }

  const Count& of_period(std::size_t period) const { return counts_[period]; }

  /// The place of an article's period; none that is one when its date is coarser.
  std::uint32_t place_of(std::size_t article) const { return place_[dated_.column.numbers[article]]; }
  bool is_period(std::uint32_t place) const { return place < periods_; }

  std::vector<CoarseCount> coarse() const {
    std::vector<CoarseCount> coarse;
    for (std::size_t i = 0; i < dated_.dates.size(); ++i)
      if (const Count& count = counts_[periods_ + i]; count.articles > 0)
        coarse.push_back({std::string(dated_.column.values[i]), count.articles, count.texts});
    std::sort(coarse.begin(), coarse.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    return coarse;
  }

 private:
  const Dated& dated_;
  std::size_t periods_;
  std::vector<std::uint32_t> place_;  ///< of each value of the column
  std::vector<Count> counts_;
};

/// The periods, and what there is of each whatever its words.
std::vector<TimelinePeriod> periods_of(const Dated& all, const Counter& counter, const PeriodSpan& span, TimeStep step,
                                       const ArchiveColumns& columns) {
  const ColumnReading sources = columns.read(ValueColumn::source, all.set.versions);
  std::vector<SourceDate> printed;
  printed.reserve(all.set.versions.size());
  for (std::size_t i = 0; i < all.set.versions.size(); ++i)
    if (counter.is_period(counter.place_of(i)))
      printed.push_back({sources.numbers[i], &*all.date(i), counter.place_of(i)});
  const std::vector<Coverage> coverage = coverage_of(printed, static_cast<std::size_t>(span.size()), step);
  std::vector<TimelinePeriod> periods;
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    const std::int32_t number = span.first + static_cast<std::int32_t>(i);
    const Count& count = counter.of_period(i);
    const std::uint64_t before = periods.empty() ? 0 : periods.back().texts;
    TimelinePeriod& period = periods.emplace_back();
    period.name = period_name(number, step);
    period.first_day = to_iso(first_day(number, step));
    period.last_day = to_iso(last_day(number, step));
    period.articles = count.articles;
    period.texts = count.texts;
    period.coverage = coverage[i];
    period.few = count.texts > 0 && count.texts < enough_texts;
    const auto [less, more] = std::minmax(before, count.texts);
    period.jump = less > 0 && more > 2 * less && more >= enough_texts;
  }
  return periods;
}

/// Where the time was over there is at least as much of each period as matches.
void raise(std::vector<TimelinePeriod>& periods, const Counter& matching) {
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const Count& count = matching.of_period(i);
    if (count.articles > 0 && periods[i].articles == 0) periods[i].coverage = Coverage::full;
    periods[i].articles = std::max(periods[i].articles, count.articles);
    periods[i].texts = std::max(periods[i].texts, count.texts);
    periods[i].few = periods[i].texts > 0 && periods[i].texts < enough_texts;
  }
}

std::optional<Rate> rate(std::uint64_t texts, std::uint64_t of_texts) {
  if (of_texts == 0) return std::nullopt;
  const ShareInterval interval = wilson_interval(texts, of_texts);
  const double share = static_cast<double>(texts) / static_cast<double>(of_texts);
  return Rate{1000 * share, 1000 * interval.low, 1000 * interval.high};
}

std::vector<PeriodRange> silences(const std::vector<PeriodCount>& counts, const std::vector<TimelinePeriod>& periods) {
  std::vector<PeriodRange> found;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= counts.size(); ++i) {
    if (i < counts.size() && counts[i].articles == 0 && periods[i].texts >= enough_texts) continue;
    if (i - begin >= shortest_silence) found.push_back({begin, i - 1});
    begin = i + 1;
  }
  return found;
}

std::optional<Mention> mention(const Dated& dated, std::optional<std::size_t> place, ArchiveReader& archive) {
  const auto stored = place ? archive.articles().names(dated.set.versions[*place]) : std::nullopt;
  if (!stored) return std::nullopt;
  return Mention{std::string(dated.column.values[dated.column.numbers[*place]]), stored->id};
}

TimelineSeries series_of(const Dated& dated, const Counter& counter, const std::vector<TimelinePeriod>& periods,
                         ArchiveReader& archive) {
  TimelineSeries series{dated.set.query, dated.set.versions.size(), dated.set.texts, {}, counter.coarse(), {}, {}, {}};
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const Count& count = counter.of_period(i);
    series.counts.push_back({count.articles, count.texts, rate(count.texts, periods[i].texts)});
  }
  series.silences = silences(series.counts, periods);
  const auto value = [&](std::size_t place) { return dated.column.values[dated.column.numbers[place]]; };
  std::optional<std::size_t> first;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < dated.set.versions.size(); ++i) {
    if (!counter.is_period(counter.place_of(i))) continue;
    if (!first || value(i) < value(*first)) first = i;
    if (!last || value(i) >= value(*last)) last = i;
  }
  series.first = mention(dated, first, archive);
  series.last = mention(dated, last, archive);
  return series;
}

/// What matches, each request in the time that the ones before it left.
class Finder {
 public:
  Finder(const SearchRequest& request, ArchiveReader& archive, Searcher& searcher, TimelineAnswer& answer)
      : request_(request), archive_(archive), searcher_(searcher), answer_(answer) {}

  Dated find(const std::string& query) {
    SearchRequest request = request_;
    request.text = query;
    request.everything = is_blank(query);
    request.deadline = time_left(request_.deadline, start_);
    MatchSet set = searcher_.matches(request);
    answer_.restrictions = set.restrictions;
    if (!set.complete) set.notices.pop_back();
    for (std::string& notice : set.notices)
      if (std::find(answer_.notices.begin(), answer_.notices.end(), notice) == answer_.notices.end())
        answer_.notices.push_back(std::move(notice));
    answer_.complete = answer_.complete && set.complete;
    return {std::move(set), archive_.columns()};
  }

 private:
  const SearchRequest& request_;
  ArchiveReader& archive_;
  Searcher& searcher_;
  TimelineAnswer& answer_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void require_few(std::int32_t periods, TimeStep step) {
  if (periods <= most_periods) return;
  throw Error(ErrorCode::usage,
              message("“--step {}” cuts these dates into {} periods", step_name(step),
                      number_text(static_cast<std::uint64_t>(periods))),
              message("a longer step, or --from and --to, make fewer"));
}

}  // namespace

TimelineAnswer timeline(const std::vector<std::string>& queries, const SearchRequest& request,
                        std::optional<TimeStep> step, ArchiveReader& archive, Searcher& searcher) {
  TimelineAnswer answer;
  Finder finder(request, archive, searcher, answer);
  std::vector<Dated> found;
  for (const std::string& query : queries) found.push_back(finder.find(query));
  const Dated all = finder.find("");
  if (!answer.complete) answer.notices.push_back(time_notice(request.deadline));
  answer.chosen = !step;
  answer.step = step ? *step : chosen_step(found, all);
  PeriodSpan span;
  extend(span, all, answer.step);
  for (const Dated& dated : found) extend(span, dated, answer.step);
  require_few(span.size(), answer.step);
  const CopyTable& copies = archive.index().copies();
  answer.periods = periods_of(all, Counter(all, span, answer.step, copies), span, answer.step, archive.columns());
  std::vector<Counter> counters;
  for (const Dated& dated : found) counters.emplace_back(dated, span, answer.step, copies);
  if (!answer.complete)
    for (const Counter& counter : counters) raise(answer.periods, counter);
  for (std::size_t i = 0; i < found.size(); ++i)
    answer.series.push_back(series_of(found[i], counters[i], answer.periods, archive));
  return answer;
}

}  // namespace hemero
