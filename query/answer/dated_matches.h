#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/dates/period.h"
#include "common/model/timeline.h"
#include "common/store/archive_columns.h"
#include "common/store/copies/copy_table.h"
#include "query/answer/match_set.h"

namespace hemero {

/// Articles that match, and their dates.
struct DatedMatches {
  DatedMatches(MatchSet all, const ArchiveColumns& columns);

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
  void extend(const DatedMatches& dated, TimeStep step);
};

/// What there is of a period.
struct PeriodTotal {
  std::uint64_t articles = 0;
  std::uint64_t texts = 0;
};

/// Counts articles by what their dates belong to: a period by its place, or else, behind these, a date that is coarser.
class PeriodCounter {
 public:
  /// `dated` must outlive it.
  PeriodCounter(const DatedMatches& dated, const PeriodSpan& span, TimeStep step, const CopyTable& copies);

  const PeriodTotal& of_period(std::size_t period) const { return counts_[period]; }

  /// The place of an article's period; none that is one when its date is coarser.
  std::uint32_t place_of(std::size_t article) const { return place_[dated_.column.numbers[article]]; }
  bool is_period(std::uint32_t place) const { return place < periods_; }

  std::vector<CoarseCount> coarse() const;

  /// The articles of each period, ascending.
  std::vector<std::vector<VersionId>> versions() const;

 private:
  const DatedMatches& dated_;
  std::size_t periods_;
  std::vector<std::uint32_t> place_;  ///< of each value of the column
  std::vector<PeriodTotal> counts_;
};

}  // namespace hemero
