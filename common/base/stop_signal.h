#pragma once

#include <string>

namespace hemero {

/// Makes the first SIGINT or SIGTERM ask for a clean stop and the second one end the process at once. Call once, in
/// main.
void watch_stop_signals();

/// What the first signal makes the program say at once, on standard error. Call before the work that it interrupts.
void say_at_stop(const std::string& line);

/// Waits until there is input to read, or the end of it. False when a clean stop was asked for, meanwhile or before.
bool wait_for_input(int file);

/// True once a clean stop was asked for: finish the batch, commit, leave. Safe from any thread.
bool stop_requested();

}  // namespace hemero
