#pragma once

#include <string>
#include <vector>

#include "common/store/catalogue/value_counts.h"

namespace hemero {

// What articles have, with their numbers.

/// As one JSON object (docs/json-output.md), without a line feed.
std::string render_values_json(const std::vector<ValueCount>& counts);

/// As a table with the names of its columns.
std::string render_values_csv(const std::vector<ValueCount>& counts);

/// A line for each.
std::string render_values_text(const std::vector<ValueCount>& counts);

/// Only values that `like` is a part of, accents and case aside.
std::vector<ValueCount> values_like(std::vector<ValueCount> counts, const std::string& like);

}  // namespace hemero
