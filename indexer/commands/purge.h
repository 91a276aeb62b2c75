#pragma once

#include "common/command/command.h"
#include "indexer/commands/removals.h"

namespace hemero {

/// hemero-index purge
struct PurgeOptions {
  RemovalOptions removal;
  unsigned jobs = 1;
};

Command declare(PurgeOptions& options);
int run(const PurgeOptions& options);

}  // namespace hemero
