#pragma once

#include <cstdint>

#include "common/base/byte_input.h"

namespace hemero {

/// How much of what comes from outside is read before it is refused, so that nothing damaged or hostile costs hours or the
/// memory of the machine.
struct InputLimits {
  std::uint64_t container_entries = 1'000'000;
  std::uint64_t container_nesting = 1;
  std::uint64_t container_total = std::uint64_t{64} << 30;
  std::uint64_t unpack_ratio = UnpackLimits{}.ratio;
  std::uint64_t unpack_freely = UnpackLimits{}.freely;

  UnpackLimits unpacking() const { return {unpack_ratio, unpack_freely}; }
};

}  // namespace hemero
