#pragma once

#include "query/render/render.h"

namespace hemero {

/// The terminal's width, and colour where it is a terminal and NO_COLOR does not forbid it.
TextStyle terminal_style();

/// The exit status of a command that finds nothing.
constexpr int exit_no_hit = 1;

}  // namespace hemero
