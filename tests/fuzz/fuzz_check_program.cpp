#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/base/error.h"
#include "query/match/check_program.h"

// Any bytes are a program, the same when it is written and read again, or are told to be none.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto program = hemero::read_program({reinterpret_cast<const char*>(data), size});
    if (hemero::read_program(hemero::to_bytes(program)) != program) std::abort();
  } catch (const hemero::Error& error) {
    if (error.code() != hemero::ErrorCode::bad_data) std::abort();
  }
  return 0;
}
