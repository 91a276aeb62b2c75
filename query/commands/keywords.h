#pragma once

#include <cstddef>

#include "query/commands/occurrence_options.h"
#include "query/concordance/keywords.h"

namespace hemero {

/// hemero-query keywords
struct KeywordsOptions : OccurrenceOptions {
  KeywordOptions words;
  std::size_t limit = 20;
};

Command declare(KeywordsOptions& options);
int run(const KeywordsOptions& options);

}  // namespace hemero
