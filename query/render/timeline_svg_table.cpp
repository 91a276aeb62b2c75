#include "query/render/timeline_svg_table.h"

#include <algorithm>
#include <span>

#include "query/render/timeline_parts.h"
#include "query/render/timeline_rows.h"

namespace hemero {

namespace {

constexpr double letter_width = 8;
constexpr double series_width = 56;  ///< of one query beside others

/// Of the columns behind the period.
std::span<const double> widths(TimelineUnit unit) {
  static constexpr double texts[]{58, 70, 72, 92};
  static constexpr double articles[]{58, 70};
  static constexpr double occurrences[]{84, 84, 84};
  if (unit == TimelineUnit::texts) return texts;
  return unit == TimelineUnit::articles ? std::span<const double>(articles) : occurrences;
}

std::vector<SvgTable::Column> columns(const TimelineAnswer& answer, TimelineUnit unit,
                                      const std::vector<std::string>& heads) {
  const auto is_gap = [](const TimelinePeriod& period) { return period.coverage == Coverage::gap; };
  const bool ranges = std::any_of(answer.periods.begin(), answer.periods.end(), is_gap);
  const double name = letter_width * static_cast<double>(answer.periods.front().name.size());
  std::vector<SvgTable::Column> columns{{heads.front(), ranges ? 2 * name : name + 12, "start"}};
  const bool alone = answer.series.size() == 1;
  for (std::size_t i = 1; i < heads.size(); ++i)
    columns.push_back({heads[i], alone || i == 1 ? widths(unit)[i - 1] : series_width});
  return columns;
}

}  // namespace

SvgTable timeline_table(const TimelineAnswer& answer, TimelineUnit unit) {
  TimelineRows told = timeline_rows(answer, unit);
  SvgTable table{timeline_title(answer, unit), columns(answer, unit, told.heads), {}};
  for (TimelineRows::Row& row : told.rows) table.rows.push_back(std::move(row.cells));
  return table;
}

}  // namespace hemero
