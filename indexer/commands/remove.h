#pragma once

#include "common/command/command.h"
#include "indexer/commands/removals.h"

namespace hemero {

/// hemero-index remove
struct RemoveOptions {
  RemovalOptions removal;
};

Command declare(RemoveOptions& options);
int run(const RemoveOptions& options);

}  // namespace hemero
