#include "query/answer/timeline.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/answer/coverage.h"
#include "query/answer/dated_matches.h"
#include "query/answer/period_words.h"
#include "query/answer/time_limit.h"
#include "query/language/typed_text.h"
#include "query/statistics/wilson.h"

namespace hemero {

namespace {

constexpr std::int32_t most_chosen = 62;  // two months of days, a year of weeks, five of months
constexpr std::int32_t most_chosen_of_all = 400;
constexpr std::int32_t most_periods = 20000;
constexpr std::size_t shortest_silence = 3;

/// How many articles are dated so exactly.
std::uint64_t known_to(TimeStep step, const std::vector<DatedMatches>& all) {
  std::uint64_t known = 0;
  for (const DatedMatches& dated : all)
    for (const std::uint32_t number : dated.column.numbers)
      if (dated.dates[number] && period_of(*dated.dates[number], step)) ++known;
  return known;
}

/// By the dates of what was found, and those of all that was searched.
TimeStep chosen_step(const std::vector<DatedMatches>& found, const DatedMatches& all) {
  const std::uint64_t in_a_year = known_to(TimeStep::year, found);
  for (const TimeStep step : {TimeStep::day, TimeStep::week, TimeStep::month}) {
    PeriodSpan span;
    for (const DatedMatches& dated : found) span.extend(dated, step);
    PeriodSpan whole;
    whole.extend(all, step);
    const bool is_short = span.size() <= most_chosen && whole.size() <= most_chosen_of_all;
    if (!span.is_empty() && is_short && 2 * known_to(step, found) > in_a_year) return step;
  }
  return TimeStep::year;
}

/// The periods, and what there is of each whatever its words.
std::vector<TimelinePeriod> periods_of(const DatedMatches& all, const PeriodCounter& counter, const PeriodSpan& span,
                                       TimeStep step, const ArchiveColumns& columns) {
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
    const PeriodTotal& count = counter.of_period(i);
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
void raise(std::vector<TimelinePeriod>& periods, const PeriodCounter& matching) {
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const PeriodTotal& count = matching.of_period(i);
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

std::optional<Mention> mention(const DatedMatches& dated, std::optional<std::size_t> place, ArchiveReader& archive) {
  const auto stored = place ? archive.articles().names(dated.set.versions[*place]) : std::nullopt;
  if (!stored) return std::nullopt;
  return Mention{std::string(dated.column.values[dated.column.numbers[*place]]), stored->id};
}

TimelineSeries series_of(const DatedMatches& dated, const PeriodCounter& counter,
                         const std::vector<TimelinePeriod>& periods, ArchiveReader& archive) {
  TimelineSeries series{dated.set.query, dated.set.versions.size(), dated.set.texts, {}, counter.coarse(), {}, {}, {}};
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const PeriodTotal& count = counter.of_period(i);
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

  DatedMatches find(const std::string& query) {
    SearchRequest request = request_;
    request.text = query;
    request.everything = asks_for_everything(query);
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

/// Of words that were counted in part nothing is told.
void forget_words(TimelineAnswer& answer) {
  for (TimelinePeriod& period : answer.periods) period.words = 0;
  for (TimelineSeries& series : answer.series)
    for (PeriodCount& count : series.counts) {
      count.occurrences = 0;
      count.per_million.reset();
    }
}

void require_few(std::int32_t periods, TimeStep step) {
  if (periods <= most_periods) return;
  throw Error(ErrorCode::usage,
              message("“--step {}” cuts these dates into {} periods", step_name(step),
                      number_text(static_cast<std::uint64_t>(periods))),
              message("a longer step, or --from and --to, make fewer"));
}

}  // namespace

TimelineAnswer timeline(const TimelineQuestion& question, const SearchRequest& request, ArchiveReader& archive,
                        Searcher& searcher) {
  const auto start = Deadline::Clock::now();
  TimelineAnswer answer;
  Finder finder(request, archive, searcher, answer);
  std::vector<DatedMatches> found;
  for (const std::string& query : question.queries) found.push_back(finder.find(query));
  const DatedMatches all = finder.find("");
  if (!answer.complete) answer.notices.push_back(time_notice(request.deadline));
  answer.chosen = !question.step;
  answer.step = question.step ? *question.step : chosen_step(found, all);
  PeriodSpan span;
  span.extend(all, answer.step);
  for (const DatedMatches& dated : found) span.extend(dated, answer.step);
  require_few(span.size(), answer.step);
  const CopyTable& copies = archive.index().copies();
  const PeriodCounter of_all(all, span, answer.step, copies);
  answer.periods = periods_of(all, of_all, span, answer.step, archive.columns());
  std::vector<PeriodCounter> counters;
  for (const DatedMatches& dated : found) counters.emplace_back(dated, span, answer.step, copies);
  if (!answer.complete)
    for (const PeriodCounter& counter : counters) raise(answer.periods, counter);
  for (std::size_t i = 0; i < found.size(); ++i)
    answer.series.push_back(series_of(found[i], counters[i], answer.periods, archive));
  if (!question.occurrences) return answer;
  const Deadline deadline(time_of(time_left(request.deadline, start)));
  count_words(answer.periods, of_all, archive, deadline);
  for (std::size_t i = 0; i < found.size(); ++i)
    count_occurrences(answer.series[i], answer.periods, found[i], counters[i], archive, deadline);
  answer.counts_words = !deadline.was_over();
  if (answer.counts_words) return answer;
  forget_words(answer);
  if (std::exchange(answer.complete, false)) answer.notices.push_back(time_notice(request.deadline));
  return answer;
}

}  // namespace hemero
