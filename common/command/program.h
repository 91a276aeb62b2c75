#pragma once

#include <string>

namespace hemero {

/// The version of both programs.
std::string program_version();

/// Sends what is still on its way to the standard output; 0, or the errno of what could not be written, which
/// run_program() tells.
int flush_output();

/// What both mains are: runs `run`, which returns the exit status, in the reader's language. Tells what stopped it,
/// also that its output could not be written, of which a program learns no sooner than at its end.
int run_program(const char* name, int argc, const char* const* argv, int (*run)(int argc, const char* const* argv));

}  // namespace hemero
