#pragma once

#include <functional>
#include <optional>
#include <string>

#include "query/render/render.h"
#include "query/report/report_check.h"
#include "query/report/search_report.h"

namespace hemero {

/// A report for people, to be printed: what was searched in and how, every form of each word, every article.
std::string report_text(const SearchReport& report, const TextStyle& style);

/// Why an article is gone from an archive; nothing when it is there.
using RemovalText = std::function<std::optional<std::string>(const ReportedArticle& article)>;

/// What has changed since a report, for people.
std::string changes_text(const SearchReport& then, const ReportChanges& changes, const RemovalText& removal);

/// The same as one JSON object (docs/json-output.md).
std::string changes_json(const SearchReport& then, const ReportChanges& changes, const RemovalText& removal);

}  // namespace hemero
