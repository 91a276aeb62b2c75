#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/model/timeline.h"
#include "query/render/timeline.h"

namespace hemero {

// What is shown alike in text and in pictures.

/// The letter by which a series is named beside others: A, B …
std::string series_letter(std::size_t place);

/// The query as readers are told it, and how much it finds.
std::string series_title(const TimelineAnswer& answer, std::size_t place);

/// "Matching texts per 1,000 distinct texts, by month", and among which articles.
std::string timeline_title(const TimelineAnswer& answer, TimelineUnit unit);

/// True for a period of which a value is drawn: there is something, and of a share enough.
bool is_drawn(const TimelinePeriod& period, TimelineUnit unit);

/// What is drawn of a period.
double drawn_value(const PeriodCount& count, TimelineUnit unit);

/// How far the axis of values goes: to the highest value, and beyond it as far as intervals go, but no further than
/// half as high again; 1 where nothing is drawn.
double highest_drawn(const TimelineAnswer& answer, TimelineUnit unit);

/// "2014-03 – 2014-05", or the name of a period that is alone.
std::string range_text(const TimelineAnswer& answer, const PeriodRange& range);

/// What is told below: first and last mentions, unless they are told elsewhere, silences, dates that are coarser,
/// volumes that change.
std::vector<std::string> timeline_notes(const TimelineAnswer& answer, bool mentions = true);

}  // namespace hemero
