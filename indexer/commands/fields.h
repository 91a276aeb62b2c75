#pragma once

#include "common/command/command.h"

namespace hemero {

/// hemero-index fields
struct FieldsOptions {
  bool as_json = false;
};

Command declare(FieldsOptions& options);
int run(const FieldsOptions& options);

}  // namespace hemero
