#pragma once

#include "common/command/command.h"

namespace hemero {

/// Declares --jobs; without it `jobs` is the number of processors.
void declare_jobs(Command& command, unsigned& jobs);

}  // namespace hemero
