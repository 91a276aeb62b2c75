#pragma once

#include <exception>
#include <string>

namespace hemero {

/// While it lives, the first SIGINT or SIGTERM asks for a clean stop and the second one ends the process at once.
/// Without it the first one does: for who heeds stop_requested() in all that he does meanwhile. One at a time.
class CleanStop {
 public:
  CleanStop();
  ~CleanStop();
  CleanStop(const CleanStop&) = delete;
  CleanStop& operator=(const CleanStop&) = delete;
};

/// Thrown where something is left undone, as if it had not begun, because a clean stop was asked for.
class Stopped : public std::exception {
 public:
  const char* what() const noexcept override { return "stopped"; }
};

/// What the first signal makes the program say at once, on standard error. Call before the work that it interrupts.
void say_at_stop(const std::string& line);

/// Waits until there is input to read, or the end of it. False when a clean stop was asked for, meanwhile or before.
bool wait_for_input(int file);

/// True once a clean stop was asked for: finish the batch, commit, leave. Safe from any thread.
bool stop_requested();

/// Throws Stopped then.
void throw_if_stopped();

}  // namespace hemero
