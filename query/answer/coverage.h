#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "common/base/dates/date.h"
#include "common/base/dates/period.h"
#include "common/model/timeline.h"

namespace hemero {

/// An article of a period, for telling how far its source covers time.
struct SourceDate {
  std::uint32_t source = 0;  ///< sources are numbered from 0 without large holes
  const Date* date = nullptr;
  std::uint32_t period = 0;  ///< its place among the periods
};

/// How far sources cover some periods of this length. A source covers those from its first article to its last; it is
/// expected to print as much as in its median month, months of its time without an article among them.
std::vector<Coverage> coverage_of(std::span<const SourceDate> articles, std::size_t periods, TimeStep step);

}  // namespace hemero
