#pragma once

namespace hemero {

/// The exit status of a command that finds nothing.
constexpr int exit_no_hit = 1;

/// The same when the time was over before there was anything to say.
constexpr int exit_cut_short = 75;

}  // namespace hemero
