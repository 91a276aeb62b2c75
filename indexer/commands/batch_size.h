#pragma once

#include <cstdint>

namespace hemero {

/// How many articles a command changes before it commits them.
constexpr std::uint64_t articles_per_commit = 8192;

}  // namespace hemero
