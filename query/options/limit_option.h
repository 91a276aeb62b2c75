#pragma once

#include <cstddef>
#include <string>

#include "common/command/command.h"

namespace hemero {

/// Declares -n, --limit: a number up to 100,000, or all, which leaves the number as it is.
void declare_limit(Command& command, std::size_t& limit, bool& all, std::string help);

}  // namespace hemero
