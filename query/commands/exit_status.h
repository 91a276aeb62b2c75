#pragma once

namespace hemero {

/// The exit status of a command that finds nothing.
constexpr int exit_no_hit = 1;

}  // namespace hemero
