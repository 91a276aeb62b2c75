#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/json_writer.h"
#include "common/model/occurrences.h"
#include "query/render/render.h"

namespace hemero {

/// "12,899 occurrences in 5,073 texts; 5,105 articles, …": how much there is, in a line for people.
std::string occurrences_text(const OccurrenceTotals& totals);

/// What is told of all occurrences, as members of an object that is open.
void write_totals(JsonWriter& json, const OccurrenceTotals& totals);

/// Lines as one JSON object (docs/json-output.md), without a line feed.
std::string render_concordance_json(const OccurrenceTotals& totals, const std::vector<ConcordanceLine>& lines);

/// A line as one JSON object, without a line feed.
std::string render_line_json(const ConcordanceLine& line);

/// The names of a table's columns, and lines as its rows.
std::string concordance_header();
std::string render_concordance_csv(const std::vector<ConcordanceLine>& lines);

/// Lines for people, as wide as the style says: the article's number, its date, then what stands there, with the pivot
/// of all in one column.
std::string render_concordance_text(const std::vector<ConcordanceLine>& lines, const TextStyle& style);

}  // namespace hemero
