#pragma once

#include <cstddef>
#include <optional>

#include "common/model/occurrences.h"
#include "query/commands/occurrence_options.h"

namespace hemero {

/// hemero-query kwic
struct KwicOptions : OccurrenceOptions {
  LineOrder order = LineOrder::right;
  std::size_t limit = 20;
  bool all = false;  ///< every line
  std::size_t offset = 0;
  std::size_t context = 7;           ///< words on each side
  std::optional<std::size_t> width;  ///< columns of a line; none: those of the terminal
};

Command declare(KwicOptions& options);
int run(const KwicOptions& options);

}  // namespace hemero
