#pragma once

#include "common/command/command.h"

namespace hemero {

/// hemero-index limits
struct LimitsOptions {
  bool as_json = false;
};

Command declare(LimitsOptions& options);
int run(const LimitsOptions& options);

}  // namespace hemero
