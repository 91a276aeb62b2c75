#pragma once

#include "common/command/command.h"

namespace hemero {

/// hemero-index formats
struct FormatsOptions {
  bool as_json = false;
};

Command declare(FormatsOptions& options);
int run(const FormatsOptions& options);

}  // namespace hemero
