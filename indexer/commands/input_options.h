#pragma once

#include <string>
#include <vector>

#include "common/base/command.h"
#include "indexer/ingest/extract_options.h"
#include "indexer/input/input_limits.h"

namespace hemero {

/// What is read, and how: what add and explain have in common.
struct InputOptions {
  std::vector<std::string> paths;
  ExtractOptions extract;
  InputLimits limits;
};

void declare_input(Command& command, InputOptions& options);

}  // namespace hemero
