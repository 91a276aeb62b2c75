#pragma once

#include <cstddef>

#include "query/commands/occurrence_options.h"
#include "query/concordance/collocates.h"

namespace hemero {

/// hemero-query collocates
struct CollocatesOptions : OccurrenceOptions {
  CollocateOptions words;
  std::size_t limit = 20;
};

Command declare(CollocatesOptions& options);
int run(const CollocatesOptions& options);

}  // namespace hemero
