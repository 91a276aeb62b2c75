#pragma once

#include <span>
#include <string>

#include "common/base/dates/date_forms.h"
#include "common/model/article.h"
#include "common/text/time_zone.h"
#include "indexer/input/choice.h"
#include "indexer/input/format.h"

namespace hemero {

/// How a file writes its dates in figures, by what its first records say: the month first, where one of them can be
/// read in no other way (08/31/2021) and none the other way alone (31/08/2021). Else the day, as French has it.
DateOrder date_order_of(const Format& format, std::span<const Record> first, const NamedFields& fields);

/// Makes the date of an article, as its format read it, that of its readers: the day and the month as its file writes
/// them, the time that the clocks of their zone showed.
void settle_date(Article& article, DateOrder order, const TimeZone& zone, Choices& choices);

}  // namespace hemero
