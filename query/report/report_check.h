#pragma once

#include <string>
#include <vector>

#include "query/report/search_report.h"

namespace hemero {

/// How what a search finds differs from what a report says. Articles are known by their keys.
struct ReportChanges {
  std::vector<ReportedArticle> added;    ///< found now only
  std::vector<ReportedArticle> gone;     ///< found then only
  std::vector<ReportedArticle> changed;  ///< found both times, with another content, date or source: as they are now
  bool other_archive = false;            ///< made anew, or another one
  bool other_analyzer = false;

  bool none() const { return added.empty() && gone.empty() && changed.empty(); }
};

/// Both lists in any order; those of the changes are by key.
ReportChanges compare(const SearchReport& then, const SearchReport& now);

}  // namespace hemero
