#pragma once

#include "common/command/command.h"
#include "indexer/commands/input_options.h"

namespace hemero {

/// hemero-index explain
struct ExplainFilesOptions {
  InputOptions input;
  bool as_jsonl = false;
};

Command declare(ExplainFilesOptions& options);
int run(const ExplainFilesOptions& options);

}  // namespace hemero
