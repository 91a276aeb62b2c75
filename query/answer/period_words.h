#pragma once

#include "common/base/deadline.h"
#include "common/model/timeline.h"
#include "common/store/archive_reader.h"
#include "query/answer/dated_matches.h"

namespace hemero {

// Words of periods: of copies one text is read in each, the one that was published first.

/// Counts the words of each period's texts.
void count_words(std::vector<TimelinePeriod>& periods, const PeriodCounter& all, ArchiveReader& archive,
                 const Deadline& deadline);

/// Counts where the words of a query stand, in the texts of each period that match, and how often of a million words.
void count_occurrences(TimelineSeries& series, const std::vector<TimelinePeriod>& periods, const DatedMatches& dated,
                       const PeriodCounter& counter, ArchiveReader& archive, const Deadline& deadline);

}  // namespace hemero
