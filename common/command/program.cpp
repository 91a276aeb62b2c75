#include "common/command/program.h"

#include <fcntl.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <string_view>
#include <system_error>

#include "common/base/error.h"
#include "common/base/lost_mapping.h"
#include "common/base/lost_memory.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/command/settings.h"

namespace hemero {

namespace {

constexpr int exit_stopped = 130;  ///< as shells have it for SIGINT

/// A closed standard stream would lend its number to the next file that is opened, an archive's perhaps, and what is
/// printed would go there. /dev/null takes its place: opened so that reading the input and writing the output fail as
/// before; messages go nowhere.
void hold_standard_streams() {
  constexpr std::array modes{O_WRONLY, O_RDONLY, O_WRONLY};
  for (int stream = 0; stream < static_cast<int>(modes.size()); ++stream)
    if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", modes[static_cast<std::size_t>(stream)]);
}

/// The language of the command line, else of the configuration file, else of the locale.
Language chosen_language(int argc, const char* const* argv) {
  const Language requested = requested_language(argc, argv);
  for (int i = 1; i < argc; ++i)
    if (std::string_view(argv[i]).starts_with("--lang")) return requested;
  return language_setting().value_or(requested);
}

/// A reader that has seen enough (head) is told nothing.
int report_unwritten(const char* name, int errno_value) {
  if (errno_value == EPIPE) return static_cast<int>(ErrorCode::io);
  return report_error(name, system_error(errno_value, "cannot write {}", message("the standard output")));
}

}  // namespace

std::string program_version() { return HEMERO_VERSION; }

int flush_output() {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
  return errno != 0 ? errno : EIO;
}

int run_program(const char* name, int argc, const char* const* argv, int (*run)(int argc, const char* const* argv)) {
  hold_standard_streams();
  try {
    set_language(chosen_language(argc, argv));
    tell_lost_mappings(name);
    tell_lost_memory(name);
    const int status = run(argc, argv);
    const int failure = flush_output();
    return failure == 0 ? status : report_unwritten(name, failure);
  } catch (const Stopped&) {
    fmt::print(stderr, "{}: {}\n", name, message("stopped: nothing was done"));
    return exit_stopped;
  } catch (const std::system_error& error) {
    // Thrown where a standard stream is written to, and elsewhere only by mistake.
    const bool unwritten = std::ferror(stdout) != 0 || std::ferror(stderr) != 0;
    return unwritten ? report_unwritten(name, error.code().value()) : report_error(name, error);
  } catch (const std::exception& error) {
    return report_error(name, error);
  }
}

}  // namespace hemero
