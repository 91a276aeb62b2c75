#include "query/answer/period_words.h"

#include "query/match/distinct_texts.h"
#include "query/match/occurrence_finder.h"
#include "query/match/text_words.h"

namespace hemero {

namespace {

/// What `count` makes of each text of each period, summed up.
template <typename Count>
std::vector<std::uint64_t> sums(const PeriodCounter& counter, ArchiveReader& archive, const Deadline& deadline,
                                const Count& count) {
  std::vector<std::uint64_t> sums;
  for (const std::vector<VersionId>& versions : counter.versions()) {
    std::uint64_t& sum = sums.emplace_back();
    for (const VersionId version : distinct_texts(versions, archive.index())) {
      if (deadline.over()) break;
      sum += count(version);
    }
  }
  return sums;
}

}  // namespace

void count_words(std::vector<TimelinePeriod>& periods, const PeriodCounter& all, ArchiveReader& archive,
                 const Deadline& deadline) {
  TokenCounts tokens;
  const auto words = sums(all, archive, deadline, [&](VersionId text) { return tokens.add(codes_of(text, archive)); });
  for (std::size_t i = 0; i < periods.size(); ++i) periods[i].words = words[i];
}

void count_occurrences(TimelineSeries& series, const std::vector<TimelinePeriod>& periods, const DatedMatches& dated,
                       const PeriodCounter& counter, ArchiveReader& archive, const Deadline& deadline) {
  OccurrenceFinder finder(dated.set.plan, archive, deadline);
  const auto found = sums(counter, archive, deadline, [&](VersionId text) { return finder.find(text).size(); });
  for (std::size_t i = 0; i < periods.size(); ++i) {
    series.counts[i].occurrences = found[i];
    if (periods[i].words > 0)
      series.counts[i].per_million = 1e6 * static_cast<double>(found[i]) / static_cast<double>(periods[i].words);
  }
}

}  // namespace hemero
