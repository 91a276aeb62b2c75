#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hemero {

/// A kind of refusal: why there is no answer.
struct ProblemKind {
  std::string_view name;  ///< in its address: "not-found"
  unsigned status = 0;    ///< of HTTP
  std::string (*title)() = nullptr;
  std::string (*hint)() = nullptr;  ///< what can be done; may say nothing
};

/// All of them; of one status the usual one first.
std::span<const ProblemKind> problem_kinds();

/// The kind of a name, else of a status, else the last one.
const ProblemKind& problem_kind(std::string_view name, unsigned status);

/// The kind of a name; null for one that is none.
const ProblemKind* named_problem(std::string_view name);

/// Where a kind is told of: its type (RFC 9457, section 3.1.1).
std::string address_of_problem(const ProblemKind& kind);

}  // namespace hemero
