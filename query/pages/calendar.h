#pragma once

#include "common/model/timeline.h"
#include "query/markup/html.h"
#include "query/markup/page_request.h"

namespace hemero {

/// How many articles there are of each month, a row a year; each number leads to them. Gaps are told as such. Of a
/// timeline by month whose only query means every article; nothing where none has a date.
void add_calendar(Html& html, const TimelineAnswer& months, const AddressParameters& search);

}  // namespace hemero
