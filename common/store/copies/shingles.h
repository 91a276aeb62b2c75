#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hemero {

/// The sequences of five words of a text (or the whole text when it is shorter), as hashes: ascending, each once.
using Shingles = std::vector<std::uint64_t>;

/// Those of lead and body of an article, from the codes of its token stream. They compare texts of one archive: a word
/// is its surface's number there.
Shingles shingles(std::string_view codes);

/// How many shingles a text has, and a bit for each, where several may share one: tells most texts apart at a glance.
struct ShingleSketch {
  std::size_t count = 0;
  std::array<std::uint64_t, 8> bits{};
};

ShingleSketch sketch(const Shingles& text);

/// False when the two are no copies for sure, whatever their shingles.
bool may_be_copies(const ShingleSketch& a, const ShingleSketch& b);

/// True for a text of so many shingles that is but a few lines, a copy only of the very same text.
bool is_short(std::size_t shingles);

/// How much of two texts is the same when they are copies of one another: shared shingles among all of both (Jaccard's
/// index), to 1; else 0. Copies are much alike, or one of them holds nearly all of the other and is not many times
/// longer; texts of a few lines are copies only when all is the same.
double copy_likeness(const Shingles& a, const Shingles& b);

}  // namespace hemero
