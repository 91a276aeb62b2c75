#pragma once

#include "common/command/command.h"

namespace hemero {

struct Format;

/// Declares --format, the format of all files that are read; nothing for each file's own.
void declare_format(Command& command, const Format*& format);

}  // namespace hemero
