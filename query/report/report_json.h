#pragma once

#include <string>
#include <string_view>

#include "query/report/search_report.h"

namespace hemero {

/// A report as a JSON document (docs/json-output.md), with a line for each article.
std::string report_json(const SearchReport& report);

/// What it takes to look for the same again, out of such a document: program, analysis, time, archive, state, request,
/// query, articles and their hash. Throws Error (bad_data) when it is no report of a version that this program knows,
/// or when its articles are not those of its hash.
SearchReport read_report(std::string_view json);

}  // namespace hemero
