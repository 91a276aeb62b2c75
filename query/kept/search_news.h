#pragma once

#include <string>
#include <vector>

#include "query/report/report_text.h"

namespace hemero {

/// What is new of a saved search since it was told last.
struct SearchNews {
  std::string name;
  std::string since;    ///< when it was told last: UTC, ISO 8601 to the minute
  std::string archive;  ///< the uuid of the one in which it was found then
  ReportChanges changes;
  NoteOf note_of;
};

/// What is new of the searches that have something new, for people; empty for nothing.
std::string news_text(const std::vector<SearchNews>& news);

/// What is new of all of them as one JSON object (docs/json-output.md).
std::string news_json(const std::vector<SearchNews>& news);

}  // namespace hemero
