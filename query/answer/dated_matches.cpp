#include "query/answer/dated_matches.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hemero {

DatedMatches::DatedMatches(MatchSet all, const ArchiveColumns& columns)
    : set(std::move(all)), column(columns.read(ValueColumn::date, set.versions)) {
  for (const std::string_view value : column.values) dates.push_back(parse_iso_date(value));
}

void PeriodSpan::extend(const DatedMatches& dated, TimeStep step) {
  std::vector<bool> occurs(dated.dates.size());
  for (const std::uint32_t number : dated.column.numbers) occurs[number] = true;
  for (std::size_t i = 0; i < dated.dates.size(); ++i) {
    const auto period = occurs[i] && dated.dates[i] ? period_of(*dated.dates[i], step) : std::nullopt;
    if (!period) continue;
    first = std::min(first, *period);
    last = std::max(last, *period);
  }
}

PeriodCounter::PeriodCounter(const DatedMatches& dated, const PeriodSpan& span, TimeStep step, const CopyTable& copies)
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

std::vector<CoarseCount> PeriodCounter::coarse() const {
  std::vector<CoarseCount> coarse;
  for (std::size_t i = 0; i < dated_.dates.size(); ++i)
    if (const PeriodTotal& count = counts_[periods_ + i]; count.articles > 0)
      coarse.push_back({std::string(dated_.column.values[i]), count.articles, count.texts});
  std::sort(coarse.begin(), coarse.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
  return coarse;
}

std::vector<std::vector<VersionId>> PeriodCounter::versions() const {
  std::vector<std::vector<VersionId>> versions(periods_);
  for (std::size_t i = 0; i < dated_.set.versions.size(); ++i)
    if (is_period(place_of(i))) versions[place_of(i)].push_back(dated_.set.versions[i]);
  return versions;
}

}  // namespace hemero
