#pragma once

#include <string>
#include <vector>

#include "common/model/amounts.h"
#include "common/model/occurrences.h"
#include "query/render/render.h"

namespace hemero {

/// "1,234 amounts in 73 texts; 5,105 articles, …": how much there is, in a line for people.
std::string amounts_text(const OccurrenceTotals& totals);

/// Amounts as one JSON object (docs/json-output.md), without a line feed.
std::string render_amounts_json(const OccurrenceTotals& totals, const std::vector<AmountLine>& lines);

/// An amount as one JSON object, without a line feed.
std::string render_amount_json(const AmountLine& line);

/// The names of a table's columns, and amounts as its rows.
std::string amounts_header();
std::string render_amounts_csv(const std::vector<AmountLine>& lines);

/// Amounts for people: the article's number, when and where, the value, then the sentence.
std::string render_amounts_text(const std::vector<AmountLine>& lines, const TextStyle& style);

}  // namespace hemero
