#pragma once

#include "common/model/timeline.h"
#include "query/render/svg.h"
#include "query/render/timeline.h"

namespace hemero {

/// The table below the picture of a timeline: one row for each period, and for each stretch of gaps.
SvgTable timeline_table(const TimelineAnswer& answer, TimelineUnit unit);

}  // namespace hemero
