#pragma once

#include "indexer/input/format.h"

namespace hemero {

/// JSON Lines, and JSON that is not one value a line.
extern const Format jsonl_format;

}  // namespace hemero
