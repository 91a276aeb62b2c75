#pragma once

#include <string>

#include "indexer/input/article_extractor.h"
#include "indexer/input/html_limits.h"

namespace hemero {

/// What the user says about all records of a run.
struct ExtractOptions {
  std::string source = {};  ///< the source of articles that name none
  NamedFields fields = {};
  HtmlLimits html = {};  ///< of web pages
};

}  // namespace hemero
