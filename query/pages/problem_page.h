#pragma once

#include <cstdint>
#include <string>

#include "query/markup/problems.h"

namespace hemero {

/// A page that tells of a kind of refusal, for those who write programs.
std::string problem_page(const ProblemKind& kind, std::uint64_t articles, const std::string& language);

}  // namespace hemero
