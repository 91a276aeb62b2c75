#pragma once

#include <string>
#include <vector>

#include "common/model/occurrences.h"
#include "common/model/quotations.h"
#include "query/render/render.h"

namespace hemero {

/// "1,234 quotations in 73 texts; 5,105 articles, …": how much there is, in a line for people.
std::string quotations_text(const OccurrenceTotals& totals);

/// Quotations as one JSON object (docs/json-output.md), without a line feed.
std::string render_quotations_json(const OccurrenceTotals& totals, const std::vector<QuotationLine>& lines);

/// A quotation as one JSON object, without a line feed.
std::string render_quotation_json(const QuotationLine& line);

/// The names of a table's columns, and quotations as its rows.
std::string quotations_header();
std::string render_quotations_csv(const std::vector<QuotationLine>& lines);

/// Quotations for people: the article's number, when and where, who says it, then what is said.
std::string render_quotations_text(const std::vector<QuotationLine>& lines, const TextStyle& style);

}  // namespace hemero
