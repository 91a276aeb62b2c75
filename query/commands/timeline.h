#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/model/search_request.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/render/timeline.h"

namespace hemero {

/// hemero-query timeline
struct TimelineOptions {
  enum class Format : std::uint8_t { text, json, csv, svg };

  ArchiveFolder archive;
  std::vector<std::string> queries;
  SearchRequest request;
  bool synonyms = false;
  std::optional<TimeStep> step;
  TimelineUnit unit = TimelineUnit::texts;
  Format format = Format::text;
  Display display;
};

Command declare(TimelineOptions& options);
int run(const TimelineOptions& options);

}  // namespace hemero
