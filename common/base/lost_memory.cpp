#include "common/base/lost_memory.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <new>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

std::string said;  ///< made before: it takes memory
std::terminate_handler others;
std::atomic<bool> lacked = false;

[[noreturn]] void note_lack() {
  lacked = true;
  throw std::bad_alloc();
}

/// What flies is not known where a function that may throw nothing is left.
bool is_lack_of_memory() {
  const auto failure = std::current_exception();
  if (!failure) return lacked;
  try {
    std::rethrow_exception(failure);
  } catch (const std::bad_alloc&) {
    return true;
  } catch (...) {
    return false;
  }
}

[[noreturn]] void tell_if_memory() {
  if (is_lack_of_memory()) {
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, said.data(), said.size());
    ::_exit(static_cast<int>(ErrorCode::io));
  }
  others();
  std::abort();
}

}  // namespace

void tell_lost_memory(const std::string& program) {
  said = program + ": " + message("not enough memory") + "\n";
  std::set_new_handler(note_lack);
  others = std::set_terminate(tell_if_memory);
}

}  // namespace hemero
