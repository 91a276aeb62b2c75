#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/plan/plan.h"

namespace hemero {

/// What a plan asks about token streams, as a value: it needs nothing of the program that made it, so it can be sent to
/// where the streams are.
struct CheckProgram {
  /// As much of a surface as must be known to look for it.
  struct Surface {
    std::uint32_t id = 0;
    std::int64_t occurrences = 0;  ///< in the archive

    bool operator==(const Surface&) const = default;
  };

  std::vector<std::vector<Surface>> slots;  ///< by number
  std::vector<Check> checks;                ///< by number
  std::vector<bool> open;  ///< checks, by number, that are said to hold, which gives candidates instead of matches

  bool operator==(const CheckProgram&) const = default;
};

CheckProgram program_of(const QueryPlan& plan, std::vector<bool> open = {});

/// The program as bytes: numbers as varints, each list behind its length.
std::string to_bytes(const CheckProgram& program);

/// Reads it again. Throws Error (bad_data) for bytes that are none.
CheckProgram read_program(std::string_view bytes);

}  // namespace hemero
