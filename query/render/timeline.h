#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/model/timeline.h"
#include "query/render/render.h"

namespace hemero {

/// What is drawn of a timeline.
enum class TimelineUnit : std::uint8_t {
  texts,        ///< of 1,000 texts those that match
  articles,     ///< the articles that match
  occurrences,  ///< in a million words, those of the query
};

/// As one JSON object (docs/json-output.md), without a line feed.
std::string render_timeline_json(const TimelineAnswer& answer);

/// As rows: one for each query and period, then one for each date that is coarser.
std::string render_timeline_csv(const TimelineAnswer& answer);

/// For people: a line with a bar for each period.
std::string render_timeline_text(const TimelineAnswer& answer, TimelineUnit unit, const TextStyle& style);

/// As a picture with its table, in SVG 1.1: no script, no style sheet, nothing from elsewhere. Throws Error (usage)
/// where there are too many periods.
std::string render_timeline_svg(const TimelineAnswer& answer, TimelineUnit unit);

/// The curves of that picture, for a page that has its words and its table beside them; `narrow` for a small screen.
std::string render_timeline_curves_svg(const TimelineAnswer& answer, TimelineUnit unit, bool narrow);

/// True where there are not too many periods for a picture.
bool is_drawable(const TimelineAnswer& answer);

/// Throws Error (usage) where there are.
void require_drawable(const TimelineAnswer& answer);

}  // namespace hemero
