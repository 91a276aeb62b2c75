#pragma once

#include <cstdint>

namespace hemero {

/// What is to be agreed to.
enum class Destruction { remove, erase };

/// Whether so many articles may go: true with --yes (`yes`), or when there are none. Otherwise the question is asked on
/// the terminal; throws Error (usage) where there is no terminal to ask on.
bool confirmed(bool yes, Destruction what, std::uint64_t articles);

/// The exit status when it was answered with no, or with Ctrl-C; says that nothing was done.
int declined();

}  // namespace hemero
