#pragma once

#include <string>

#include "common/text/time_zone.h"
#include "indexer/input/article_extractor.h"
#include "indexer/input/article_limits.h"
#include "indexer/input/html_limits.h"

namespace hemero {

/// What the user says about all records of a run.
struct ExtractOptions {
  std::string source = {};  ///< the source of articles that name none
  NamedFields fields = {};
  HtmlLimits html = {};  ///< of web pages
  ArticleLimits article = {};
  TimeZone zone{};  ///< of the readers: their day is that of a date with a zone
};

}  // namespace hemero
