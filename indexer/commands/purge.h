#pragma once

#include "common/command/command.h"
#include "indexer/commands/removals.h"
#include "indexer/ingest/work_options.h"

namespace hemero {

/// hemero-index purge
struct PurgeOptions {
  RemovalOptions removal;
  WorkOptions work;
};

Command declare(PurgeOptions& options);
int run(const PurgeOptions& options);

}  // namespace hemero
