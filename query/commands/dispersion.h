#pragma once

#include "query/commands/occurrence_options.h"

namespace hemero {

/// hemero-query dispersion
struct DispersionOptions : OccurrenceOptions {
  PartField field = PartField::month;
};

Command declare(DispersionOptions& options);
int run(const DispersionOptions& options);

}  // namespace hemero
