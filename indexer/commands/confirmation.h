#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hemero {

/// What is to be agreed to.
enum class Destruction { remove, erase };

/// The articles that would go: how many, and the titles of the first.
struct Doomed {
  std::uint64_t articles = 0;
  std::vector<std::string> titles;
};

/// Titles that are shown with the question.
inline constexpr std::size_t shown_titles = 3;

/// Whether these articles may go: true with --yes (`yes`), or when there are none. Otherwise titles and question are
/// shown on the terminal; throws Error (usage) where there is no terminal to ask on.
bool confirmed(bool yes, Destruction what, const Doomed& doomed);

/// The exit status when it was answered with no, or with Ctrl-C; says that nothing was done.
int declined();

}  // namespace hemero
